import { VigieError } from "./error.js";

/** A monthly delivery of extracts (domain document §3). */
export interface Batch {
  /** `AAMM`, or `AAMM_NN` for a sub-batch. */
  key: string;
  year: number;
  /** 1 to 12. */
  month: number;
  /** First day of the batch month, exclusive end of what it observes, `YYYY-MM-DD`. */
  dateFin: string;
  /** Ten years before. */
  dateDebut: string;
  /** The batch a sub-batch completes, and takes its perimeter from (§1.7). */
  parent: string | undefined;
}

const KEY = /^(\d{2})(0[1-9]|1[0-2])(_\d{2})?$/;

export const isBatchKey = (key: string): boolean => KEY.test(key);

/** Reads a batch key; throws a VigieError with code `batch-key` when it is none. */
export function parseBatch(key: string): Batch {
  const [, yy, mm, sub] = KEY.exec(key) ?? [];
  if (!yy || !mm) {
    throw new VigieError(
      "batch-key",
      `« ${key} » n’est pas une clé de lot`,
      "Une clé de lot s’écrit AAMM (2610 pour octobre 2026) ou AAMM_NN.",
      2,
    );
  }
  const year = 2000 + Number(yy);
  return {
    key,
    year,
    month: Number(mm),
    dateFin: `${year}-${mm}-01`,
    dateDebut: `${year - 10}-${mm}-01`,
    parent: sub ? key.slice(0, 4) : undefined,
  };
}

/** Key of the batch some months before a monthly one: `2601`, 2 → `2511`. */
export function batchBefore({ year, month }: Batch, months: number): string {
  const count = year * 12 + month - 1 - months;
  const two = (value: number) => String(value).padStart(2, "0");
  return two(Math.floor(count / 12) % 100) + two((count % 12) + 1);
}
