import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
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
    if (code !== "EEXIST") throw unwritable(file, error);
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

function unwritable(file: string, cause: unknown): VigieError {
  const error = new VigieError(
    "unwritable",
    `impossible d’écrire ${file}`,
    "Vérifiez que le dossier existe, que vous avez le droit d’y écrire et que le disque n’est pas plein.",
    2,
  );
  error.cause = cause;
  return error;
}

/** Signal 0 only asks whether the process exists. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
