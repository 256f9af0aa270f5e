import type { Random } from "./random.js";

/** INSEE legal categories (nomenclature of September 2022) and our shares, in percent. */
const USUAL = [
  ["5499", 42],
  ["5710", 45],
  ["5599", 4],
  ["5498", 3],
  ["5720", 4],
  ["5202", 1],
  ["5460", 1],
] as const;

const SOCIAL = [
  ["9220", 60],
  ["5499", 18],
  ["5710", 18],
  ["9230", 4],
] as const;

/** Communes, intercommunal and other public bodies: excluded from the perimeter (§1.7). */
const PUBLIC = [
  ["7210", 40],
  ["7346", 20],
  ["7348", 10],
  ["7366", 15],
  ["7220", 5],
  ["4140", 10],
] as const;

export const SOLE_TRADER = "1000";
const SOLE_TRADER_SHARE = 0.06;
/** Public bodies that carry an ordinary activity: schools, transport, culture. */
const STRAY_PUBLIC_SHARE = 0.004;

/** Legal category of a company of a section; sole traders are small (below 20 employees at birth). */
export function drawLegalCategory(section: string, size: number, random: Random): string {
  const stray = random.chance(STRAY_PUBLIC_SHARE);
  const sole = random.chance(SOLE_TRADER_SHARE);
  if (section === "O" || stray) return random.weighted(PUBLIC);
  if ("PQRS".includes(section)) return random.weighted(SOCIAL);
  if (sole && size < 20) return SOLE_TRADER;
  return random.weighted(USUAL);
}
