import type { CleanRows } from "./cleanTables.js";

/** Sections with one APE code each, from the commonest to the rarest in the fixture. */
const APES = ["47.11A", "43.21A", "56.10A", "25.62B", "62.01Z", "35.11Z"];
const REGION_CODES = ["11", "84", "53", "94", "06"];

/**
 * A small economy with everything secrecy is about: large and tiny cells, a giant, groups all or
 * none in debt. The same at every call: no randomness, only remainders.
 */
export function smallEconomy(months: string[]): CleanRows {
  const rows = {
    companies: [] as string[],
    headcounts: [] as string[],
    debts: [] as string[],
    shortTimeWork: [] as string[],
    judgments: ["('999999998', DATE '2020-01-01', 'redressement', 'fin_procedure')"],
  };
  for (let n = 0; n < 400; n++) {
    const siren = sirenOf(n);
    const region = REGION_CODES[Math.floor(5 * (((n * 37) % 101) / 101) ** 2)]!;
    const ape = APES[Math.floor(6 * (((n * 53) % 97) / 97) ** 2)]!;
    rows.companies.push(`('${siren}', '${region}', '${ape}')`);
    for (const [index, month] of months.entries()) {
      const date = `DATE '${month}-01'`;
      const employees = n === 7 ? 9000 : 10 + ((n * 29 + index * (n % 5)) % 60);
      rows.headcounts.push(`('${siren}', ${date}, ${employees})`);
      if ((n + index) % 9 === 0) {
        rows.debts.push(`('${siren}00011', ${date}, ${n % 4 === 0 ? 0 : 137 * n + index}, 50)`);
      }
      if ((n * 7 + index) % 23 === 0) rows.shortTimeWork.push(`('${siren}', ${date}, ${n / 7})`);
      if ((n * 3 + index) % 151 === 0) {
        rows.judgments.push(`('${siren}', DATE '${month}-09', 'redressement', 'ouverture')`);
      }
    }
  }
  return rows;
}

/** Nine digits that no amount of the fixture can equal. */
export function sirenOf(n: number): string {
  return String(912_000_000 + n);
}

/** `count` months up to September 2026. */
export function monthsBefore(count: number): string[] {
  const last = 2026 * 12 + 8;
  return Array.from({ length: count }, (_, index) => {
    const month = last - count + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}
