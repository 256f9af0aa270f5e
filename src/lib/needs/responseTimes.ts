import { WITH_EXCHANGE } from "./needStatus.js";

/** How fast a company is answered, as the service has measured it: the formula changed twice. */
export interface ResponseTime {
  version: "2022" | "2024" | "2026";
  label: string;
  /** What is counted. */
  unit: "demande" | "besoin";
  definition: string;
  /** Months it was the one of the service, `YYYY-MM`; the last one is still. */
  from: string;
  to: string | null;
}

/** Days within which an answer is called fast. */
export const FAST_DAYS = 5;
export const FASTER_DAYS = 3;

/** The three formulas, oldest first (conseillers-entreprises, statistics of 2022, 2024 and 2026). */
export const RESPONSE_TIMES: readonly ResponseTime[] = [
  {
    version: "2022",
    label: "Du dépôt à la première prise en charge",
    unit: "demande",
    definition: `Part des demandes auxquelles un conseiller a répondu dont la première prise en charge a lieu au plus ${FAST_DAYS} fois 24 heures après le dépôt.`,
    from: "2020-09",
    to: "2023-12",
  },
  {
    version: "2024",
    label: "Du dépôt à l’échange",
    unit: "besoin",
    definition: `Part des besoins ayant donné lieu à un échange dont une prise en charge a lieu moins de ${FAST_DAYS} jours entiers après le dépôt.`,
    from: "2024-01",
    to: "2025-12",
  },
  {
    version: "2026",
    label: "De la transmission à l’échange",
    unit: "besoin",
    definition: `Part des besoins ayant donné lieu à un échange dont une prise en charge a lieu moins de ${FAST_DAYS} jours entiers après la transmission au conseiller.`,
    from: "2026-01",
    to: null,
  },
];

/** Whole days of 24 hours between two instants, in seconds, whichever comes first. */
export function wholeDays(from: number, to: number): number {
  return Math.floor(Math.abs(to - from) / 86_400);
}

/** SQL expression for the same between two timestamps. */
export function wholeDaysSql(from: string, to: string): string {
  return `CAST(floor(abs(epoch(${to}) - epoch(${from})) / 86400) AS INTEGER)`;
}

/** SQL condition: a match led to an exchange. */
export function exchangedSql(status: string): string {
  return `${status} IN (${WITH_EXCHANGE.map((one) => `'${one}'`).join(", ")})`;
}
