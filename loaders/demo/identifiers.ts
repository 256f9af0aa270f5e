/**
 * Key digit that makes `digits` + key pass the Luhn test (ISO/IEC 7812-1 annex B), which every real
 * SIREN passes.
 */
export function luhnKey(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** Real SIREN of companies begin with 3 to 9 (1 and 2 are public bodies). */
const FIRST_BODY = 30_000_000;
const BODIES = 70_000_000;
/** Prime to 70,000,000, so that the walk visits every body once before it repeats. */
const STEP = 27_644_437;
const OFFSET = 51_768_293;

/**
 * Nine digits that look like a SIREN and cannot be one: the key is wrong on purpose. Distinct for
 * every index below 70 million.
 */
export function fictitiousSiren(index: number): string {
  const body = String(FIRST_BODY + ((index * STEP + OFFSET) % BODIES));
  const wrong = (luhnKey(body) + 1 + (index % 9)) % 10;
  return body + wrong;
}

/** Five digits: rank of the établissement in its company, then a digit. Never begins with 5, 6, 7 or 9. */
export function nicOfRank(rank: number): string {
  return `${String(rank).padStart(4, "0")}${(rank * 7 + 2) % 10}`;
}

/** Eighteen digits: the Urssaf, the company and the rank of the account in it. */
export function accountNumber(urssaf: string, index: number, rank: number): string {
  return `${urssaf}${String(index).padStart(9, "0")}${String(rank).padStart(6, "0")}`;
}
