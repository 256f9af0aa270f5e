import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { isAlive } from "../../loaders/isAlive.js";
import { asVigieError } from "../../loaders/systemError.js";
import { VigieError } from "../../src/lib/error.js";

/**
 * Runs `work` while holding a file that no other run can create. A file left by a process that no
 * longer exists is taken over. Throws a VigieError when another run holds it.
 */
export async function exclusively<T>(file: string, work: () => Promise<T>): Promise<T> {
  acquire(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file: string): void {
  try {
    const descriptor = openSync(file, "wx");
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw asVigieError(error, file);
    const holder = Number(readFileSync(file, "utf8"));
    if (isAlive(holder)) {
      throw new VigieError(
        "already-running",
        `une autre exécution est en cours (processus ${holder})`,
        "Attendez qu’elle se termine.",
      );
    }
    rmSync(file, { force: true });
    acquire(file);
  }
}
