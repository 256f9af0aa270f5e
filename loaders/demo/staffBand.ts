/** INSEE bands of headcount (« tranche d'effectifs »): first headcount of each band and its code. */
const BANDS: readonly (readonly [from: number, code: string])[] = [
  [10_000, "53"],
  [5_000, "52"],
  [2_000, "51"],
  [1_000, "42"],
  [500, "41"],
  [250, "32"],
  [200, "31"],
  [100, "22"],
  [50, "21"],
  [20, "12"],
  [10, "11"],
  [6, "03"],
  [3, "02"],
  [1, "01"],
];

/** Code of the band of a headcount, `00` without employees. */
export const staffBand = (headcount: number): string =>
  BANDS.find(([from]) => headcount >= from)?.[1] ?? "00";

/** Category of décret 2008-1354, by headcount only. */
export function companyCategory(headcount: number): "PME" | "ETI" | "GE" {
  if (headcount < 250) return "PME";
  return headcount < 5_000 ? "ETI" : "GE";
}
