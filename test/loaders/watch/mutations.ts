import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Lines of an extract without its header, as a fault makes them. */
export type Mutation = (lines: string[], header: readonly string[]) => string[];

/** Copies a folder of extracts by links, one file of which is mutated, or left out. */
export async function mutate(
  from: string,
  to: string,
  name: string,
  mutation: Mutation | null,
): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const file of await readdir(from))
    if (file !== name) await link(join(from, file), join(to, file));
  if (!mutation) return;
  const text = await readFile(join(from, name), "utf8");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const labels = header.split(/[;,]/).map((label) => label.toLowerCase());
  await writeFile(join(to, name), `${[header, ...mutation(lines, labels)].join("\n")}\n`);
}

/** Changes the cell of a column in the rows that `when` keeps; a row too short stays as it is. */
export function cells(
  label: string,
  change: (cell: string) => string,
  when: (index: number) => boolean = () => true,
): Mutation {
  return (lines, header) => {
    const position = header.indexOf(label.toLowerCase());
    return lines.map((line, index) => {
      const row = line.split(";");
      const cell = row[position];
      if (cell === undefined || !when(index)) return line;
      return row.with(position, change(cell)).join(";");
    });
  };
}

/** Keeps the rows that `kept` says. */
export const rows =
  (kept: (line: string, index: number) => boolean): Mutation =>
  (lines) =>
    lines.filter(kept);
