import { lastDayOf, type Month, month } from "./calendar.js";
import type { History } from "./history.js";
import { frenchDate, sasDate } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";

/** Bourgogne-Franche-Comté, the only region whose ratios were sent (§1.6). */
const REGION = { code: "27", name: "BOURGOGNE-FRANCHE-COMTE" };
/** Closings sent from 2014 to 2018, year n in September of n + 1. */
const FIRST_YEAR = 2013;
const LAST_YEAR = 2017;
/** Most companies close in December; April, August and February are spelt otherwise in French. */
const CLOSING_MONTHS = [
  [12, 74],
  [6, 8],
  [4, 6],
  [8, 6],
  [2, 6],
] as const;
/** The central bank follows the larger companies. */
const COVERAGE = 0.7;
const LEAST_STAFF = 10;
/** Files came in two languages of month names. */
const IN_FRENCH = 0.3;

const SECTORS: Partial<Record<string, string>> = {
  A: "06 Agriculture",
  F: "02 Construction",
  G: "03 Commerce",
  H: "04 Transports routiers de marchandises",
  I: "05 Services",
};
const INDUSTRY = "01 Industrie et Transports (Hors TRM)";
const SERVICES = "05 Services";

/** Writes the ratios of a company of the region for each of its years from 2013 to 2017. */
export function writeCentralBank(file: Sheet<"bdf">, history: History): void {
  const { company, life, seed, sites } = history;
  const place = sites[0]!.stays[0]!.place;
  const random = new Random(seed, "bdf", company.index);
  if (place?.commune.region !== REGION.code || !random.chance(COVERAGE)) return;
  const closingMonth = random.weighted(CLOSING_MONTHS);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const m = month(year, closingMonth);
    const staff = life.headcount[m - life.start] ?? 0;
    if (m < life.start + 12 || m >= life.end || staff < LEAST_STAFF) continue;
    file.write({
      D1: company.siren.replace(/(...)(...)(...)/, "$1 $2 $3"),
      ANNEE: year + 1,
      DENOM: company.name,
      CP: place.commune.codesPostaux?.[0] ?? "",
      REGION: REGION.name,
      SECTEUR: sectorOf(company.sector.section),
      ...ratiosOf(history, m),
    });
  }
}

function sectorOf(section: string): string {
  if ("BCDE".includes(section)) return INDUSTRY;
  return SECTORS[section] ?? SERVICES;
}

/** Ratios of a year: levels by distress, ours; formulas in §1.6. */
function ratiosOf({ company, life, seed }: History, m: Month) {
  const random = new Random(seed, "bdf", company.index, m);
  const distress = life.distress[m - life.start]! * (0.5 + 0.5 * company.openness);
  const french = random.chance(IN_FRENCH);
  const closing = { month: m, day: lastDayOf(m) };
  const around = (mean: number, slope: number, noise: number): string =>
    (mean + slope * distress + noise * random.normal()).toFixed(1);
  return {
    ARRETE_BILAN: french ? frenchDate(closing) : sasDate(closing),
    POIDS_FRNG: around(14, -5, 12),
    TX_MARGE: around(24, -9, 14),
    DELAI_FRS: around(58, 9, 18),
    POIDS_DFISC_SOC: around(38, 8, 14),
    POIDS_FIN_CT: around(4, 2.5, 3),
    POIDS_FRAIS_FIN: around(6, 5, 8),
  };
}
