import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, posix } from "node:path";
import type { Config, PageCode } from "@observablehq/framework/dist/config.js";
import { closest } from "../../src/lib/closest.js";
import { firstCircle } from "./circle.js";
import type { Mistake } from "./mistake.js";

/** Names that Framework gives to every cell, besides those of the browser. */
const GIVEN = [
  ...["now", "width", "dark", "resize", "FileAttachment", "Generators", "Mutable"],
  ...["display", "view", "observable", "Plot", "Inputs", "d3", "htl", "html", "svg", "sql"],
  ...["aq", "Arrow", "tex", "dot", "mermaid", "topojson", "L", "vg", "React", "ReactDOM", "_"],
  ...["DuckDBClient", "SQLiteDatabaseClient", "echarts", "mapboxgl", "md", "Node"],
  ...["aapl", "alphabet", "cars", "citywages", "diamonds", "flare", "industries", "miserables"],
  ...["olympians", "penguins", "pizza", "weather"],
];

/** What the mistakes of a page are looked for in. */
export interface PageSurroundings {
  /** Root of the pages. */
  root: string;
  /** Whether a page table is there, by its path below the root. */
  isPlaced: (name: string) => boolean;
  /** Names of the page tables of which there is one per thing, by folder. */
  tables: readonly (readonly [string, readonly string[]])[];
}

/** What is wrong in the cells of a page of the preview, by its address. */
export async function pageMistakes(
  address: string,
  { config, ...surroundings }: PageSurroundings & { config: Config },
): Promise<Mistake[]> {
  const path = posix.normalize(
    decodeURI(address)
      .replace(/\/$/, "/index")
      .replace(/\.html$/, ""),
  );
  const loader = config.loaders.find(`${path}.md`) as { path?: string } | undefined;
  if (!loader?.path) return [];
  const source = readFileSync(join(surroundings.root, loader.path), "utf8");
  const file = join("src", loader.path);
  const { code } = await config.loaders.loadPage(path, { ...config, path });
  return cellMistakes({ path, file, source, code }, surroundings);
}

export interface CellsOfPage {
  /** Address of the page below the root, without extension. */
  path: string;
  /** Source file, for people. */
  file: string;
  source: string;
  code: readonly PageCode[];
}

/** What is wrong in the cells of a page: names, files, components and circles, with their lines. */
export function cellMistakes(page: CellsOfPage, surroundings: PageSurroundings): Mistake[] {
  return [
    ...page.code.flatMap((cell) => [
      ...undefinedNames(page, cell),
      ...missingFiles(page, cell, surroundings),
      ...missingImports(page, cell, surroundings),
    ]),
    ...circles(page),
  ];
}

function undefinedNames(page: CellsOfPage, cell: PageCode): Mistake[] {
  const defined = page.code.flatMap(({ node }) =>
    (node.declarations ?? []).map(({ name }) => name),
  );
  const known = [...new Set([...defined, ...GIVEN])];
  const unknown = new Map(
    cell.node.references
      .filter(({ name }) => !known.includes(name))
      .map((reference) => [reference.name, reference.start]),
  );
  return [...unknown].map(([name, start]) => ({
    code: "undefined-name",
    message: `« ${name} » n’est défini nulle part dans la page`,
    remedy: proposal(name, known, "Définissez ce nom dans une cellule, ou importez-le."),
    ...lineOf(page, cell, start),
    identifier: name,
  }));
}

function missingFiles(
  page: CellsOfPage,
  cell: PageCode,
  { root, isPlaced, tables }: PageSurroundings,
): Mistake[] {
  return cell.node.files.flatMap(({ name, node }) => {
    const path = posix.join(dirname(page.path), name).replace(/^\//, "");
    const folder = dirname(path);
    const [, named] = tables.find(([of]) => `data/${of}` === folder) ?? [];
    const wanted = basename(path, extname(path));
    const exists = isPlaced(path) || existsSync(join(root, path)) || hasLoader(root, path);
    if (exists) return [];
    const place = lineOf(page, cell, node.start);
    if (named) {
      const thing = folder === "data/territoires" ? "région" : "table";
      return [
        {
          code: folder === "data/territoires" ? "unknown-region" : "unknown-name",
          message: `« ${wanted} » n’est pas une ${thing} de ${folder}`,
          remedy: proposal(wanted, named, "Corrigez ce nom."),
          ...place,
        },
      ];
    }
    const near = filesBeside(root, folder);
    return [
      {
        code: "missing-file",
        message: `le fichier « ${name} » n’existe pas`,
        remedy: proposal(basename(path), near, "Ajoutez le fichier, ou un chargeur du même nom."),
        ...place,
      },
    ];
  });
}

function missingImports(page: CellsOfPage, cell: PageCode, { root }: PageSurroundings): Mistake[] {
  return importsOf(cell).flatMap(({ specifier, start, names }) => {
    if (!/^\.{0,2}\//.test(specifier)) return [];
    const path = posix.join(dirname(page.path), specifier).replace(/^\//, "");
    const file = [path, path.replace(/\.js$/, ".ts")].find((name) => existsSync(join(root, name)));
    const place = lineOf(page, cell, start);
    if (!file) {
      const near = filesBeside(root, dirname(path)).map((name) => name.replace(/\.ts$/, ".js"));
      return [
        {
          code: "missing-component",
          message: `le module « ${specifier} » n’existe pas`,
          remedy: proposal(basename(path), near, "Créez ce module, ou corrigez son chemin."),
          ...place,
        },
      ];
    }
    const exported = exportsOf(readFileSync(join(root, file), "utf8"));
    if (!exported) return [];
    return names
      .filter((name) => !exported.includes(name))
      .map((name) => ({
        code: "missing-component",
        message: `« ${specifier} » n’exporte pas « ${name} »`,
        remedy: proposal(name, exported, "Corrigez le nom importé."),
        ...place,
      }));
  });
}

interface ImportDeclaration {
  type: "ImportDeclaration";
  start: number;
  source: { value: string };
  specifiers: { type: string; imported?: { name: string } }[];
}

function importsOf(cell: PageCode): { specifier: string; start: number; names: string[] }[] {
  const { body } = cell.node.body;
  if (!Array.isArray(body)) return [];
  return (body as { type: string }[])
    .filter((node): node is ImportDeclaration => node.type === "ImportDeclaration")
    .map(({ start, source, specifiers }) => ({
      specifier: source.value,
      start,
      names: specifiers.flatMap(({ imported }) => (imported ? [imported.name] : [])),
    }));
}

/** Cells that wait for each other. */
function circles(page: CellsOfPage): Mistake[] {
  const dependsOn = new Map<string, string[]>();
  const cells = new Map<string, PageCode>();
  for (const cell of page.code) {
    for (const { name } of cell.node.declarations ?? []) {
      dependsOn.set(name, [...new Set(cell.node.references.map((reference) => reference.name))]);
      cells.set(name, cell);
    }
  }
  const circle = firstCircle(dependsOn);
  if (!circle) return [];
  const lines = circle
    .slice(0, -1)
    .map((name) => `${name} (ligne ${lineOf(page, cells.get(name)!, 0).line ?? "?"})`);
  return [
    {
      code: "circular-definition",
      message: `des cellules s’attendent l’une l’autre : ${[...lines, circle[0]!].join(" → ")}`,
      remedy: `Retirez l’un de ces liens : par exemple, calculez dans une même cellule ${circle.slice(0, -1).join(" et ")}.`,
      ...lineOf(page, cells.get(circle[0]!)!, 0),
    },
  ];
}

/** Names a module exports; undefined when it passes on all of another. */
function exportsOf(source: string): string[] | undefined {
  if (/^export \*/m.test(source)) return undefined;
  const declared = source.matchAll(
    /^export (?:default )?(?:async )?(?:function\*?|const|let|class|enum) (\w+)/gm,
  );
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) =>
    list!.split(",").map(
      (part) =>
        part
          .trim()
          .split(/\s+as\s+/)
          .at(-1)!,
    ),
  );
  return [...[...declared].map(([, name]) => name!), ...listed].filter((name) => name !== "");
}

function filesBeside(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .sort()
    .filter((name) => !name.startsWith("["))
    .map((name) => name.replace(/(\.\w+)\.ts$/, "$1"));
}

const hasLoader = (root: string, path: string): boolean => existsSync(join(root, `${path}.ts`));

function proposal(typed: string, known: readonly string[], otherwise: string): string {
  const near = closest(typed, known);
  return near
    ? `Vouliez-vous « ${near} » ? Sinon : ${otherwise[0]!.toLowerCase()}${otherwise.slice(1)}`
    : otherwise;
}

/** File and line of a position in a cell; the file alone when the cell is not written as it runs. */
function lineOf(page: CellsOfPage, cell: PageCode, start: number): Pick<Mistake, "file" | "line"> {
  const at = page.source.indexOf(cell.node.input.trim());
  if (at === -1) return { file: page.file };
  const shift = cell.node.input.length - cell.node.input.trimStart().length;
  const offset = at + Math.max(0, start - shift);
  return { file: page.file, line: page.source.slice(0, offset).split("\n").length };
}
