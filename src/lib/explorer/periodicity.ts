import { PERIODICITIES, type Periodicity } from "../diffusion/publishedRows.js";

export const PERIODICITY_LABELS: Readonly<Record<Periodicity, string>> = {
  M: "Mensuelle",
  T: "Trimestrielle",
  A: "Annuelle",
};

/** How its periods are written: `2026-09`, `2026-T3`, `2026`. */
const SHAPES: Readonly<Record<Periodicity, RegExp>> = {
  M: /^\d{4}-(0[1-9]|1[0-2])$/,
  T: /^\d{4}-T[1-4]$/,
  A: /^\d{4}$/,
};

export const isPeriodicity = (text: string): text is Periodicity =>
  (PERIODICITIES as readonly string[]).includes(text);

/** Whether a text is a period of that periodicity. */
export const isPeriod = (text: string, periodicity: Periodicity): boolean =>
  SHAPES[periodicity].test(text);
