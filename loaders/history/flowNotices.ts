import { formatNumber } from "../../src/lib/format/number.js";
import type { Added } from "./flowTable.js";

/** What the report says of a flow: its repeated keys, and what stays of the previous batch. */
export function flowNotices({ repeated, kept, replaced }: Added, previous?: string): string[] {
  const notices: string[] = [];
  if (repeated > 0)
    notices.push(
      `lignes dont la clé revient plus loin dans le lot, remplacées par la dernière : ${formatNumber(repeated)}`,
    );
  if (previous)
    notices.push(
      `flux ajouté au lot ${previous} : ${formatNumber(kept)} lignes gardées, ${formatNumber(replaced)} remplacées`,
    );
  return notices;
}
