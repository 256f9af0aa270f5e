/** SIREN and SIRET have so many digits, and no fraction. */
const IDENTIFIER = /^-?(\d{9}|\d{14})$/;

/**
 * A number in a CSV file: shortest decimal that reads back to the same double (ECMA-262, Number to
 * String), with a point. A whole number as long as an identifier is written with a zero after the
 * point, so that the check of the site, which refuses any identifier, can read the file as it is.
 * Throws a RangeError on a number that is not finite, which a Table Schema would read as a value.
 */
export function csvNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const text = String(value === 0 ? 0 : value);
  return IDENTIFIER.test(text) ? `${text}.0` : text;
}
