import { type FieldDefinition, type FieldOptions, field } from "./field.js";

/** Dates of the sources are within these years: the oldest companies, the longest schedules. */
const YEARS = { first: 1800, last: 2199 };

const WITHIN_YEARS: FieldDefinition<string>["allowed"] = {
  sql: (value) => `year(${value}) BETWEEN ${YEARS.first} AND ${YEARS.last}`,
  js: (value) =>
    Number(value.slice(0, 4)) >= YEARS.first && Number(value.slice(0, 4)) <= YEARS.last,
  refusal: `est hors des années ${YEARS.first} à ${YEARS.last}`,
  minimum: `${YEARS.first}-01-01`,
  maximum: `${YEARS.last}-12-31`,
};

/** The text `AAAA-MM-JJ` itself if it is in the (proleptic Gregorian) calendar, as DuckDB casts. */
export function calendarDate(iso: string): string | null {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days ? iso : null;
}

interface Layout {
  pattern: RegExp;
  name: string;
  /** The text `AAAA-MM-JJ` of a cell of the right shape, in the calendar or not. */
  iso: { sql: (text: string) => string; js: (text: string) => string };
}

function dateField({ pattern, name, iso }: Layout, options: FieldOptions) {
  return field<string>(
    {
      type: "DATE",
      pattern,
      refusal: `n’est pas une date ${name}`,
      parse: {
        sql: [iso.sql, (date) => `try_cast(${date} AS DATE)`],
        js: (text) => calendarDate(iso.js(text)),
      },
      allowed: WITHIN_YEARS,
    },
    options,
  );
}

const FIRST_TEN = {
  sql: (text: string) => `left(${text}, 10)`,
  js: (text: string) => text.slice(0, 10),
};

/** `AAAA-MM-JJ`; a midnight ` 00:00:00` is let through, the DARES sent it in the summer of 2025 (§1.4). */
export function isoDate(options: FieldOptions = {}) {
  const pattern = /[0-9]{4}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?/;
  return dateField({ pattern, name: "AAAA-MM-JJ", iso: FIRST_TEN }, options);
}

/** The day of an INSEE time stamp, `2008-01-04T17:54:12`. */
export function isoMoment(options: FieldOptions = {}) {
  const pattern = /[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{1,16})?/;
  return dateField({ pattern, name: "AAAA-MM-JJThh:mm:ss", iso: FIRST_TEN }, options);
}

/** `AAAAMMJJ` or `AAAA-MM-JJ`: the open-data portal writes both. */
export function compactDate(options: FieldOptions = {}) {
  const iso = {
    sql: (text: string) =>
      `regexp_replace(${text}, '^([0-9]{4})-?([0-9]{2})-?([0-9]{2})$', '\\1-\\2-\\3')`,
    js: (text: string) => text.replace(/^([0-9]{4})-?([0-9]{2})-?([0-9]{2})$/, "$1-$2-$3"),
  };
  const pattern = /[0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}/;
  return dateField({ pattern, name: "AAAAMMJJ", iso }, options);
}

/** `JJ/MM/AAAA`. */
export function slashedDate(options: FieldOptions = {}) {
  const iso = {
    sql: (text: string) =>
      `right(${text}, 4) || '-' || substr(${text}, 4, 2) || '-' || left(${text}, 2)`,
    js: (text: string) => `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`,
  };
  const pattern = /[0-9]{2}\/[0-9]{2}\/[0-9]{4}/;
  return dateField({ pattern, name: "JJ/MM/AAAA", iso }, options);
}

/** `JJ/MM/AAAA` or `AAAA-MM-JJ`: the stock of Altares was sent with both (§1.6). */
export function eitherDate(options: FieldOptions = {}) {
  const iso = {
    sql: (text: string) =>
      `regexp_replace(${text}, '^([0-9]{2})/([0-9]{2})/([0-9]{4})$', '\\3-\\2-\\1')`,
    js: (text: string) => text.replace(/^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/, "$3-$2-$1"),
  };
  const pattern = /[0-9]{2}\/[0-9]{2}\/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}/;
  return dateField({ pattern, name: "JJ/MM/AAAA", iso }, options);
}

/** English then French names of the months, in order: both are found (§1.2, §1.6). */
const MONTHS: readonly (readonly string[])[] = [
  ["JAN"],
  ["FEB", "FEV"],
  ["MAR"],
  ["APR", "AVR"],
  ["MAY", "MAI"],
  ["JUN"],
  ["JUL"],
  ["AUG", "AOU"],
  ["SEP"],
  ["OCT"],
  ["NOV"],
  ["DEC"],
];

const monthNumber = (index: number): string => String(index + 1).padStart(2, "0");

/** `26MAY2014`. */
export function namedMonthDate(options: FieldOptions = {}) {
  const cases = MONTHS.flatMap((names, index) =>
    names.map((name) => `WHEN '${name}' THEN '${monthNumber(index)}'`),
  );
  const iso = {
    sql: (text: string) =>
      `right(${text}, 4) || '-' || CASE upper(substr(${text}, 3, 3)) ${cases.join(" ")} ELSE '00' END || '-' || left(${text}, 2)`,
    js: (text: string) => {
      const month = MONTHS.findIndex((names) => names.includes(text.slice(2, 5).toUpperCase()));
      return `${text.slice(5)}-${monthNumber(month)}-${text.slice(0, 2)}`;
    },
  };
  const pattern = /[0-9]{2}[A-Za-z]{3}[0-9]{4}/;
  return dateField({ pattern, name: "JJMOISAAAA (26MAY2014)", iso }, options);
}
