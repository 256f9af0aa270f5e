import { INDICATORS, type IndicatorId } from "../indicators.js";

/** The indicators whose tables a query may read: those it names, be it in a comment. */
export function mentionedIndicators(sql: string): IndicatorId[] {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return INDICATORS.map(({ id }) => id).filter((id) => words.has(id));
}
