import { periodOf } from "../fields/urssaf.js";

/** Month of a headcount label `effYYYYQM`, `eff201011` being January 2010; undefined for others. */
export function monthOfLabel(label: string): string | undefined {
  const quarterly = /^eff((?:19|20)[0-9]{2}[1-4][1-3])$/i.exec(label);
  return quarterly ? periodOf(quarterly[1]!).debut : undefined;
}
