import { basename, dirname, posix } from "node:path";
import type { Message } from "esbuild";
import { closest } from "../../src/lib/closest.js";
import type { Mistake } from "./mistake.js";

/** What esbuild says of modules that cannot be read, with the module that a wrong path meant. */
export async function moduleMistakes(
  errors: readonly Message[],
  filesOf: (folder: string) => Promise<string[]>,
): Promise<Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const { text, location } of errors) {
    const place = location
      ? { file: location.file, line: location.line, column: location.column + 1 }
      : {};
    const [, path] = /Could not resolve "([^"]+)"/.exec(text) ?? [];
    const [, name] = /No matching export in "[^"]+" for import "([^"]+)"/.exec(text) ?? [];
    if (path && location) {
      const folder = posix.join(dirname(location.file), dirname(path));
      const near = closest(basename(path), await filesOf(folder));
      mistakes.push({
        code: "missing-file",
        message: `le module « ${path} » n’existe pas`,
        remedy: near
          ? `Écrivez « ${path.slice(0, -basename(path).length)}${near} », ou créez ce fichier.`
          : "Créez ce fichier, ou corrigez le chemin.",
        ...place,
      });
    } else {
      mistakes.push({
        code: name ? "missing-export" : "syntax",
        message: name
          ? `le module importé n’exporte pas « ${name} »`
          : `TypeScript ne se lit pas : ${text}`,
        remedy: name ? "Corrigez le nom importé." : "Corrigez la syntaxe à la ligne indiquée.",
        ...place,
      });
    }
  }
  return mistakes;
}
