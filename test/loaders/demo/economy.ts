import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type DemoOptions, type DemoSummary, writeDemo } from "../../../loaders/demo/demo.js";
import { LAYOUTS, type SourceName } from "../../../loaders/sources/layouts.js";

const folders: string[] = [];

/** Writes extracts to a temporary folder that disappears with the tests of the file. */
export async function economy(options: Partial<DemoOptions> = {}): Promise<DemoSummary> {
  const out = options.out ?? (await mkdtemp(join(tmpdir(), "vigie-demo-")));
  folders.push(out);
  return writeDemo({ batch: "2610", companies: 60, months: 24, seed: 7, ...options, out });
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Lines of an extract without its header. */
export async function linesOf({ folder }: DemoSummary, source: SourceName): Promise<string[]> {
  const text = await readFile(join(folder, LAYOUTS[source].fileName), "utf8");
  return text.split("\n").slice(1, -1);
}

/** Cells by column name; quotes removed. */
export async function rowsOf(
  summary: DemoSummary,
  source: SourceName,
): Promise<Record<string, string>[]> {
  const text = await readFile(join(summary.folder, LAYOUTS[source].fileName), "utf8");
  const [header, ...lines] = text
    .slice(0, -1)
    .split("\n")
    .map((line) => splitCells(line, LAYOUTS[source].delimiter));
  return lines.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i] ?? ""])));
}

/** Splits on the separator outside quotes. */
export function splitCells(line: string, delimiter: string): string[] {
  const cells = line.match(delimiter === "," ? /("[^"]*"|[^,]*)(,|$)/g : /[^;]*(;|$)/g)!;
  if (!line.endsWith(delimiter)) cells.pop();
  return cells.map((cell) => cell.replace(/[;,]$/, "").replace(/^"(.*)"$/, "$1"));
}
