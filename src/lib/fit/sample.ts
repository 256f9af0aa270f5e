import type { Sample } from "../model.js";
import { monthText } from "../month.js";
import { type Frame, measure, monthRange } from "./frame.js";

/** Months, rows, companies and events of some rows of a frame. */
export function describeSample(frame: Frame, rows: Int32Array): Sample {
  const outcome = measure(frame, "outcome");
  const [from, to] = monthRange(frame, rows)?.map(monthText) ?? ["", ""];
  return {
    from: from!,
    to: to!,
    rows: rows.length,
    companies: new Set(Array.from(rows, (row) => frame.siren[row])).size,
    events: rows.reduce((sum, row) => sum + (outcome[row] === 1 ? 1 : 0), 0),
  };
}
