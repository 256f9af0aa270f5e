import { lastDayOf, type Month } from "./calendar.js";
import { type History, staffAt } from "./history.js";
import { slashDate } from "./notation.js";
import { daysLate, isStudied, LAST_DELAYS } from "./paymentDelays.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";

/** The first layout gives a value a quarter, on the 15th. */
const QUARTER = 3;
const VALUE_DAY = 15;

/** Writes what was known of the payments of a company, quarter by quarter, in the first layout. */
export function writePaydex(file: Sheet<"paydex">, history: History): void {
  const { company, life, span } = history;
  if (!isStudied(history)) return;
  const from = Math.max(span.start, life.start);
  const end = Math.min(span.end, life.end, LAST_DELAYS + 1);
  for (let m = QUARTER * Math.ceil(from / QUARTER); m < end; m += QUARTER) {
    const days = daysLate(history, m);
    file.write({
      SIREN: company.siren,
      NB_JOURS: days,
      NB_JOURS_LIB: `${days} jours`,
      DATE_VALEUR: slashDate({ month: m, day: VALUE_DAY }),
    });
  }
}

/** Least lateness of each code: 080 none, 050 30 days, 000 180 days (§1.6); others between, ours. */
const CODES = [
  [180, "000", "Retards de 180 jours et plus"],
  [120, "020", "Retards de 120 jours"],
  [90, "030", "Retards de 90 jours"],
  [60, "040", "Retards de 60 jours"],
  [30, "050", "Retards de 30 jours"],
  [15, "070", "Retards de 15 jours"],
  [1, "075", "Retards de moins de 15 jours"],
  [0, "080", "Sans retard"],
] as const;
/** Share of payments late by more than 30 and 90 days is known for half the companies (§1.6). */
const SHARES_KNOWN = 2 / 3;

/** Writes the last known payments of a company, in the layout of the stock. */
export function writePaydexStock(file: Sheet<"paydex_stock">, history: History): void {
  const { company, life, span, seed } = history;
  const m: Month = Math.min(span.end - 1, LAST_DELAYS);
  if (!isStudied(history) || m < life.start || m >= life.end) return;
  const random = new Random(seed, "paydexStock", company.index);
  const days = daysLate(history, m);
  const [, code, label] = CODES.find(([least]) => days >= least)!;
  const suppliers = random.integer(3, 12) + Math.floor(Math.sqrt(staffAt(history, m)));
  const payments = suppliers * random.integer(1, 9);
  const known = random.chance(SHARES_KNOWN);
  const over30 = Math.min(100, Math.round(days * random.between(0.6, 1.3)));
  file.write({
    SIREN: company.siren,
    ETAT_ORGANISATION: "Actif",
    CODE_PAYDEX: code,
    PAYDEX: label,
    NBR_JRS_RETARD: days,
    NBR_FOURNISSEURS: suppliers,
    ENCOURS_ETUDIES: (payments * random.between(200, 4000)).toFixed(2),
    NBR_EXPERIENCES_PAIEMENT: payments,
    NOTE100_ALERTEUR_PLUS_30: known ? over30 : "",
    NOTE100_ALERTEUR_PLUS_90_JOURS: known ? Math.round(over30 / 3) : "",
    DATE_VALEUR: slashDate({ month: m, day: lastDayOf(m) }),
  });
}
