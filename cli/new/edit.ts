import { VigieError } from "../../src/lib/error.js";

/** Lines added to a file that exists. */
export type Edit =
  | {
      file: string;
      /** Text found once in the file; what is added comes just before it. */
      before: string;
      added: string;
    }
  | {
      file: string;
      /** A module to import, beside the others of its folder, in their order. */
      module: string;
      imported: string;
    };

/** The text after the edit; a VigieError when the place it names is absent or found twice. */
export function edited(text: string, edit: Edit): string {
  return "module" in edit ? withImport(text, edit) : withLines(text, edit);
}

function withLines(text: string, { file, before, added }: Extract<Edit, { before: string }>) {
  const found = text.split(before).length - 1;
  if (found !== 1) throw noAnchor(file, before, found);
  return text.replace(before, () => added + before);
}

/** Imports in the order of the formatter: by path, whatever the case. */
export function sortedImports(lines: readonly string[]): string {
  const rankOf = (line: string) => rank(line.split('"')[1]!);
  return lines.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)).join("\n");
}

const rank = (path: string): string => path.toLowerCase().replace(/\.js$/, "");

const IMPORT = /^import .* from "(\.\/[^"]+)";$/;

/** Imports are sorted by path, whatever the case, as the formatter wants them. */
function withImport(
  text: string,
  { file, module, imported }: Extract<Edit, { module: string }>,
): string {
  const lines = text.split("\n");
  const paths = lines.map((line) => line.match(IMPORT)?.[1]);
  const last = paths.findLastIndex((path) => path !== undefined);
  if (last < 0) throw noAnchor(file, 'import … from "./…";', 0);
  const after = paths.findIndex((path) => path !== undefined && rank(path) > rank(module));
  const line = `import { ${imported} } from "${module}";`;
  return lines.toSpliced(after < 0 ? last + 1 : after, 0, line).join("\n");
}

function noAnchor(file: string, anchor: string, found: number): VigieError {
  const times = found === 0 ? "ne s’y trouve plus" : `s’y trouve ${found} fois`;
  return new VigieError(
    "anchor-missing",
    `${file} : « ${anchor.trim()} », devant quoi l’inscription se fait, ${times} ; rien n’a été écrit`,
    `Rétablissez cette ligne dans ${file}, ou corrigez le repère dans cli/new.`,
    1,
  );
}
