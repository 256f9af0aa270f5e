import { type FieldOptions, field } from "./field.js";

/** Nine digits: what always fits an INTEGER. */
const MAXIMUM = 999_999_999;

/** A whole number, which some partners write `559.0`; both bounds are allowed. */
export function looseInteger({
  minimum = -MAXIMUM,
  maximum = MAXIMUM,
  ...options
}: FieldOptions & { minimum?: number; maximum?: number } = {}) {
  return field<number>(
    {
      type: "INTEGER",
      pattern: /-?[0-9]{1,9}(?:\.0{1,9})?/,
      refusal: "n’est pas un nombre entier",
      parse: {
        sql: (text) => `try_cast(split_part(${text}, '.', 1) AS INTEGER)`,
        js: (text) => Number.parseInt(text, 10) || 0,
      },
      usual: { pattern: /-?[0-9]{1,9}/, sql: (text) => `try_cast(${text} AS INTEGER)` },
      allowed: {
        sql: (value) => `${value} BETWEEN ${minimum} AND ${maximum}`,
        js: (value) => value >= minimum && value <= maximum,
        refusal: `est hors des bornes (de ${minimum} à ${maximum})`,
        ...(minimum > -MAXIMUM ? { minimum } : {}),
        ...(maximum < MAXIMUM ? { maximum } : {}),
      },
    },
    options,
  );
}

/** The exponent has at most two digits, so that the number is always finite. */
const REAL = {
  type: "DOUBLE",
  pattern: /-?[0-9]{1,18}(?:[.,][0-9]{1,18})?(?:[eE][+-]?[0-9]{1,2})?/,
  refusal: "n’est pas un nombre",
  parse: {
    sql: (text: string) => `try_cast(replace(${text}, ',', '.') AS DOUBLE)`,
    js: (text: string) => Number(text.replace(",", ".")) + 0,
  },
};

/** A real number with a comma or a dot. */
export function real(options: FieldOptions = {}) {
  return field<number>(REAL, options);
}

/** A real number whose two bounds are allowed. */
export function boundedReal({
  minimum,
  maximum,
  ...options
}: FieldOptions & { minimum: number; maximum: number }) {
  return field<number>(
    {
      ...REAL,
      allowed: {
        sql: (value) => `${value} BETWEEN ${minimum} AND ${maximum}`,
        js: (value) => value >= minimum && value <= maximum,
        refusal: `est hors des bornes (de ${minimum} à ${maximum})`,
        minimum,
        maximum,
      },
    },
    options,
  );
}

/**
 * Headcount: every character that is not a digit is a thousands separator (§1.2), no digit at all
 * is no value, and a number beyond an INTEGER is no headcount.
 */
export function headcount() {
  return field<number>(
    {
      type: "INTEGER",
      refusal: "n’est pas un effectif",
      blank: /[^0-9]*/,
      parse: {
        sql: (text) =>
          `try_cast(nullif(regexp_replace(${text}, '[^0-9]', '', 'g'), '') AS INTEGER)`,
        js: (text) => digitsOf(text),
      },
      usual: { pattern: /[0-9]{1,9}/, sql: (text) => `try_cast(${text} AS INTEGER)` },
    },
    { optional: true },
  );
}

function digitsOf(text: string): number | null {
  const digits = text.replace(/[^0-9]/g, "");
  const value = Number(digits);
  return digits === "" || value > 2 ** 31 - 1 ? null : value;
}

/** Yes or no: `true`/`false` (INSEE) or `1`/`0` (Urssaf). */
export function flag(options: FieldOptions = {}) {
  return field<boolean>(
    {
      type: "BOOLEAN",
      pattern: /true|false|0|1/,
      refusal: "n’est ni vrai (true, 1) ni faux (false, 0)",
      parse: {
        sql: (text) => `${text} IN ('true', '1')`,
        js: (text) => text === "true" || text === "1",
      },
    },
    options,
  );
}
