import { type FieldOptions, field } from "./field.js";

/** 18 digits of which 2 decimals: the widest DECIMAL that DuckDB sums as a 64-bit integer. */
export const EURO = "DECIMAL(18,2)";

/** Cents of a decimal text, rounded half away from zero as DuckDB casts to DECIMAL. */
function centsOf(text: string): number {
  const [whole = "", decimals = ""] = text.replace("-", "").split(/[.,]/);
  const thousandths = BigInt(whole + decimals.slice(0, 3).padEnd(3, "0"));
  const cents = Number((thousandths + 5n) / 10n);
  return text.startsWith("-") && cents !== 0 ? -cents : cents;
}

/** Euros with a comma or a dot, rounded to the cent; `minimum` is the least amount allowed. */
export function euro({ minimum, ...options }: FieldOptions & { minimum?: number } = {}) {
  return field<number>(
    {
      type: EURO,
      pattern: /-?[0-9]{1,13}(?:[.,][0-9]{1,12})?/,
      refusal: "n’est pas un montant",
      parse: {
        sql: (text) => `try_cast(replace(${text}, ',', '.') AS ${EURO})`,
        js: (text) => centsOf(text) / 100,
      },
      ...(minimum === undefined ? {} : { allowed: atLeast(minimum) }),
    },
    options,
  );
}

function atLeast(minimum: number) {
  return {
    sql: (value: string) => `${value} >= ${minimum}`,
    js: (value: number) => value >= minimum,
    refusal: `est inférieur au minimum (${minimum.toString().replace(".", ",")})`,
    minimum,
  };
}

/** Centimes, kept as euros. */
export function centimes(options: FieldOptions = {}) {
  return field<number>(
    {
      type: EURO,
      pattern: /-?[0-9]{1,13}(?:[.,]0{1,9})?/,
      refusal: "n’est pas un montant en centimes",
      parse: {
        sql: (text) =>
          `(try_cast(regexp_extract(${text}, '^-?[0-9]+') AS DECIMAL(13,0)) * 0.01)::${EURO}`,
        js: (text) => (Number.parseInt(text, 10) || 0) / 100,
      },
      usual: {
        pattern: /-?[0-9]{1,13}/,
        sql: (text) => `try_cast(${text} AS DECIMAL(13,0)) * 0.01`,
      },
    },
    options,
  );
}
