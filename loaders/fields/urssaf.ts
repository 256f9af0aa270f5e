import { calendarDate } from "./date.js";
import { type FieldOptions, field } from "./field.js";

/** Urssaf writes dates from 1900: `1180130` is 2018-01-30. */
const ORIGIN = 19_000_000;

/** `(A)AAMMJJ` where (A)AA is the year minus 1900 (§1.2). */
export function urssafDate(options: FieldOptions = {}) {
  return field<string>(
    {
      type: "DATE",
      pattern: /[0-9]{6,7}/,
      refusal: "n’est pas une date Urssaf (A)AAMMJJ",
      parse: {
        sql: [(text) => `try_cast(${text} AS INTEGER) + ${ORIGIN}`, calendarSql],
        js: (text) => {
          const digits = String(Number(text) + ORIGIN);
          return calendarDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
        },
      },
    },
    options,
  );
}

/** SQL: day of a number AAAAMMJJ, NULL when it is not in the calendar; the 28 first days always are. */
function calendarSql(number: string): string {
  const [year, month, day] = [`${number} // 10000`, `${number} // 100 % 100`, `${number} % 100`];
  const last = `day(last_day(make_date(${year}, ${month}, 1)))`;
  const date = `make_date(${year}, ${month}, ${day})`;
  return `CASE WHEN ${month} NOT BETWEEN 1 AND 12 OR ${day} NOT BETWEEN 1 AND 31 THEN NULL
    WHEN ${day} <= 28 THEN ${date} WHEN ${day} <= ${last} THEN ${date} END`;
}

export interface Period {
  /** First day, ISO. */
  debut: string;
  /** Day after the last one, ISO. */
  fin: string;
}

/** Two-digit years before this one are of the 2000s (opensignauxfaibles `UrssafToPeriod`). */
const CENTURY = 50;

/** `QM` of a whole year. */
const WHOLE_YEAR = "62";

/**
 * `AATM` or `AAAATM`: month M (1 to 3) of quarter T, the whole quarter when M is 0, the whole year
 * when TM is 62 (§1.2). Quarter 0 is read as opensignauxfaibles does, whose tests hold `199904` for
 * January 1999. Gives `<column>_debut` and `<column>_fin`, the end being exclusive.
 */
export function urssafPeriod(options: FieldOptions = {}) {
  return field<Period>(
    {
      type: "STRUCT(debut DATE, fin DATE)",
      pattern: /(?:[0-9]{2}|19[0-9]{2}|20[0-9]{2})(?:[1-4][0-3]|0[4-9]|62)/,
      refusal: "n’est pas une période Urssaf (AA)AATM",
      parse: { sql: PERIOD_STEPS, js: periodOf },
      parts: [
        {
          column: (field) => `${field}_debut`,
          type: "DATE",
          sql: (value) => `${value}.debut`,
          description: "premier jour",
          unit: "date",
        },
        {
          column: (field) => `${field}_fin`,
          type: "DATE",
          sql: (value) => `${value}.fin`,
          description: "lendemain du dernier jour",
          unit: "date",
        },
      ],
    },
    options,
  );
}

/** First day of a month counted from January of year 0. */
function firstDay(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** Value of a period cell of the right shape. */
export function periodOf(text: string): Period {
  const short = Number(text.slice(0, -2));
  const year = text.length === 6 ? short : short + (short < CENTURY ? 2000 : 1900);
  const january = year * 12;
  if (text.endsWith(WHOLE_YEAR)) return { debut: firstDay(january), fin: firstDay(january + 12) };
  const month = Number(text.at(-1));
  const start = january + (Number(text.at(-2)) - 1) * 3 + Math.max(month - 1, 0);
  return { debut: firstDay(start), fin: firstDay(start + (month === 0 ? 3 : 1)) };
}

/** SQL twin of {@link periodOf}: the text as a number, its first month and the one after its last, days. */
const PERIOD_STEPS: readonly ((input: string) => string)[] = [
  (text) => `try_cast(${text} AS INTEGER)`,
  (number) => {
    const isYear = `${number} % 100 = ${WHOLE_YEAR}`;
    const january = `12 * (${number} // 100 + CASE WHEN ${number} < ${CENTURY * 100} THEN 2000 WHEN ${number} < 10000 THEN 1900 ELSE 0 END)`;
    const first = `CASE WHEN ${isYear} THEN 0
      ELSE (${number} // 10 % 10 - 1) * 3 + greatest(${number} % 10 - 1, 0) END`;
    const length = `CASE WHEN ${isYear} THEN 12 WHEN ${number} % 10 = 0 THEN 3 ELSE 1 END`;
    return `struct_pack(debut := ${january} + ${first}, fin := ${january} + ${first} + ${length})`;
  },
  (months) => `CASE WHEN ${months}.debut IS NOT NULL THEN struct_pack(
    debut := make_date(${months}.debut // 12, ${months}.debut % 12 + 1, 1),
    fin := make_date(${months}.fin // 12, ${months}.fin % 12 + 1, 1)) END`,
];
