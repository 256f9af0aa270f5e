import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ROOT } from "../../cli/flow/runner.js";

/**
 * Page tables take longer than all the steps before them together: `VIGIE_UNTIL=tables` makes them too.
 */
const RUN = ["--batch", "2610", "--until", process.env.VIGIE_UNTIL ?? "list"];

/** A folder of data of its own, with the registry inside, for the command as people run it. */
export class Workspace {
  constructor(readonly root: string = mkdtempSync(join(tmpdir(), "vigie-crash-"))) {}

  get data(): string {
    return join(this.root, "data");
  }

  get snapshot(): string {
    return join(this.data, "snapshots", "2610");
  }

  #arguments(command: string, extra: readonly string[]): string[] {
    const places = ["--data", this.data, "--registry", join(this.root, "registry")];
    return ["bin/vigie.js", command, ...(command === "demo" ? [] : places), ...extra];
  }

  vigie(command: string, ...extra: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      this.#arguments(command, extra),
      { cwd: ROOT, encoding: "utf8" },
    );
    return { status, stdout, stderr };
  }

  demo(): void {
    const out = join(this.data, "extracts");
    // The smallest economy that a model can be fitted on.
    this.vigie("demo", "--companies", "400", "--months", "84", "--batch", "2610", "--out", out);
  }

  run() {
    return this.vigie("run", ...RUN);
  }

  /** Starts a run and kills it, with all it started, after so many milliseconds; true if it lived. */
  kill(after: number): Promise<boolean> {
    const child = spawn(process.execPath, this.#arguments("run", RUN), {
      cwd: ROOT,
      detached: true,
      stdio: "ignore",
    });
    return new Promise((resolve) => {
      const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), after);
      child.on("exit", (_code, signal) => {
        clearTimeout(timer);
        resolve(signal === "SIGKILL");
      });
    });
  }

  /** SHA-256 by path of all that a run makes, the snapshot under its published name. */
  made(): Record<string, string> {
    const sums: Record<string, string> = {};
    const visit = (path: string, name: string): void => {
      if (!statSync(path).isDirectory()) {
        sums[name] = createHash("sha256").update(readFileSync(path)).digest("hex");
        return;
      }
      for (const entry of readdirSync(path).sort()) visit(join(path, entry), join(name, entry));
    };
    for (const folder of [
      this.snapshot,
      ...["features", "scores", "lists", "tables"].map((name) => join(this.data, name)),
      join(this.root, "registry"),
    ])
      if (existsSync(folder)) visit(folder, relative(this.root, folder));
    return sums;
  }

  /** Folder and fingerprint of the published version; undefined before the first one. */
  published(): { folder: string; print: string } | undefined {
    try {
      const folder = realpathSync(this.snapshot);
      return { folder, print: folder.slice(-12) };
    } catch {
      return undefined;
    }
  }
}
