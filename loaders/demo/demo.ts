import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import type { Progress } from "../../src/lib/progress.js";
import { makeFolder } from "../folder.js";
import { type Listed, mergeListed } from "./activity/listed.js";
import { blocksOf } from "./blocks.js";
import { addDays, spanOfBatch } from "./calendar.js";
import { Dirt, type Fault } from "./dirt.js";
import type { Edition } from "./edition.js";
import { type ExtractSummary, Extracts } from "./extracts.js";
import type { Generation } from "./generation.js";
import { type Headlines, Tally } from "./headlines.js";
import { assertReplaceable, sign } from "./marker.js";
import { isoDate } from "./notation.js";
import { Sheets } from "./sheets.js";

export interface DemoOptions {
  /** `AAMM`, for example `2610`. */
  batch: string;
  /** Companies active at some time in the months covered; those closed before come on top. */
  companies: number;
  /** Months covered, the last one before the batch month. */
  months: number;
  seed: number;
  /** Share of lines to spoil, 0 to 0.5; defaults to 0. */
  dirt?: number;
  /** Layout of the Urssaf files; defaults to the present one, with a SIRET. */
  generation?: Generation;
  /** Threads that simulate, 1 by default: they change the time, never the bytes. */
  workers?: number;
  /** Folder of extracts; the files go to `<out>/<batch>`. */
  out: string;
  /** Called now and then with the companies written so far. */
  progress?: Progress;
}

export interface DemoSummary {
  batch: string;
  folder: string;
  /** First and last day of the months covered, `YYYY-MM-DD`. */
  from: string;
  to: string;
  files: ExtractSummary[];
  /** Lines spoiled, by kind of fault. */
  faults: Partial<Record<Fault, number>>;
  /** Companies closed before the months covered, present in the registers only. */
  closedBefore: number;
  headlines: Headlines;
}

const MOST_COMPANIES = 1_000_000;
const MOST_DIRT = 0.5;

/**
 * Writes fictitious extracts of a batch in the exact formats of the partners, with a marker file that
 * makes every page say so. Companies are simulated one by one since 2006 with streams of their own:
 * company n is the same whatever `companies` and `workers`, and each batch continues the previous
 * one. What is held in memory is bounded by the blocks under way. The folder is built beside and put
 * in place at the end.
 * @throws VigieError `batch-key`, `demo-months`, `demo-companies`, `demo-dirt`, `demo-not-fictitious`
 */
export async function writeDemo(options: DemoOptions): Promise<DemoSummary> {
  const { batch, companies, months, seed, dirt: share = 0, out } = options;
  const { generation = "avec-siret" } = options;
  assertOptions(companies, share);
  const span = spanOfBatch(batch, months);
  const folder = join(out, batch);
  await assertReplaceable(folder);
  const building = `${folder}.en-cours`;
  await rm(building, { recursive: true, force: true });
  await makeFolder(building);
  const dirt = new Dirt(seed, share);
  const edition = { span, generation };
  const extracts = await Extracts.create(building, edition, dirt);
  const { headlines, closedBefore } = await populate(extracts, edition, options);
  const files = await extracts.close();
  await sign(building, { batch, companies, months, seed, dirt: share, generation });
  await rm(folder, { recursive: true, force: true });
  await rename(building, folder);
  const from = isoDate({ month: span.start, day: 1 });
  const to = isoDate(addDays({ month: span.end, day: 1 }, -1));
  return { batch, folder, from, to, files, faults: dirt.counts, closedBefore, headlines };
}

function assertOptions(companies: number, dirt: number): void {
  if (!Number.isInteger(companies) || companies < 1 || companies > MOST_COMPANIES) {
    throw new VigieError(
      "demo-companies",
      `Le nombre d’entreprises ${companies} n’est pas un entier de 1 à 1 000 000`,
      "Donnez par exemple --companies 3000.",
      2,
    );
  }
  if (dirt >= 0 && dirt <= MOST_DIRT) return;
  throw new VigieError(
    "demo-dirt",
    `La part de lignes fautives ${dirt} n’est pas entre 0 et 0,5`,
    "Donnez par exemple --dirt 0.002 pour deux lignes sur mille.",
    2,
  );
}

/** Writes blocks of companies in order until enough of them were active in the months covered. */
async function populate(
  extracts: Extracts,
  edition: Edition,
  { seed, companies, workers = 1, progress }: DemoOptions,
): Promise<{ headlines: Headlines; closedBefore: number }> {
  const tally = new Tally();
  const listed: Listed = new Map();
  let closedBefore = 0;
  let done = 0;
  for await (const block of blocksOf({ seed, edition }, companies, workers)) {
    await extracts.append(block.lines);
    tally.merge(block.counts);
    mergeListed(listed, block.listed);
    closedBefore += block.closedBefore;
    done += block.active;
    progress?.({ item: "entreprises", done, total: companies });
  }
  const whole = new Sheets(edition);
  whole.writeWhole(seed, edition.span, listed);
  await extracts.append(whole.lines);
  return { headlines: tally.headlines, closedBefore };
}
