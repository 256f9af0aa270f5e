import { writeFile } from "node:fs/promises";
import type { Influence } from "../../src/lib/logistic/influence.js";

const HEADER = "row,leverage,devianceResidual,pearsonResidual,cooksDistance";

/** Writes how much each usable row weighs in a fit as CSV, rows from 1 in the order of the file. */
export async function writeInfluence(file: string, influence: Influence): Promise<void> {
  const { rows, leverage, devianceResiduals, pearsonResiduals, cooksDistance } = influence;
  const columns = [leverage, devianceResiduals, pearsonResiduals, cooksDistance];
  const lines = Array.from(rows, (row, index) =>
    [row + 1, ...columns.map((column) => column[index])].join(","),
  );
  await writeFile(file, `${[HEADER, ...lines].join("\n")}\n`);
}
