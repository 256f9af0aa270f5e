import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Mistake } from "./mistake.js";

const LINE = /^([^\s(][^(]*)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/** The first mistakes: one wrong type is often told by every file that uses it. */
const SHOWN = 5;

/** What the compiler says of the types, from its own words (`--pretty false`). */
export function typeMistakes(output: string): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const line of output.split("\n")) {
    const [, file, row, column, code, text] = LINE.exec(line) ?? [];
    if (!file) continue;
    mistakes.push({
      code: code!,
      message: `type refusé par TypeScript : ${text!.replace(/\.$/, "")}`,
      remedy: remedyOf(text!),
      file,
      line: Number(row),
      column: Number(column),
    });
  }
  return mistakes.slice(0, SHOWN);
}

function remedyOf(text: string): string {
  const [, near] = /Did you mean(?: to write)? '([^']+)'/.exec(text) ?? [];
  if (near) return `Écrivez « ${near} ».`;
  const [, missing] = /Property '([^']+)' is missing/.exec(text) ?? [];
  if (missing) return `Ajoutez « ${missing} » à l’objet de cette ligne.`;
  const [, given, wanted] = /Type '(.+?)' is not assignable to type '(.+?)'/.exec(text) ?? [];
  if (wanted) return `Donnez une valeur de type « ${wanted} » : celle-ci est de type « ${given} ».`;
  return "Corrigez la ligne indiquée.";
}

/** Checks the types of the whole repository, in a process of its own that `signal` may stop. */
export function checkTypes(root: string, memory: string, signal: AbortSignal): Promise<Mistake[]> {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--pretty", "false", "--incremental", "--tsBuildInfoFile", memory];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, ...options], {
      cwd: root,
      signal,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", () => resolve([]));
    child.on("close", () => resolve(typeMistakes(output)));
  });
}
