import type { Debt } from "./arrears.js";
import { duesPerHead, endsPeriod, firstOfPeriod } from "./dues.js";
import { type Site, stayIn } from "./establishment.js";
import { type History, staffIn } from "./history.js";
import { urssafPeriod } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";

/** Corrections of past declarations: one line in 250, a few percent of the dues, often negative. */
const CORRECTION_RATE = 1 / 250;
const CORRECTION = 0.08;

/** Dues of a site for the period ending with month `last`, euros. */
export function siteDues(history: History, site: number, last: number): number {
  const { company } = history;
  let sum = 0;
  for (let m = firstOfPeriod(last, company.cadence); m <= last; m++) {
    sum += staffIn(history, site, m) * duesPerHead(company, m);
  }
  return sum;
}

/**
 * Some Urssaf write a decimal comma, others a dot (both occur in the files): here by the parity of
 * their code.
 */
export function euros(amount: number, urssaf: string): string {
  const text = amount.toFixed(2);
  return Number(urssaf[0]) % 2 === 0 ? text.replace(".", ",") : text;
}

/** Writes the dues of each account and period: called in, paid, due. */
export function writeDues(file: Sheet<"cotisation">, history: History): void {
  const { company, sites, life, span, arrears, seed } = history;
  const unpaid = debtsByPeriod(arrears.debts);
  const last = Math.min(span.end, life.end) - 1;
  sites.forEach((site, rank) => {
    const random = new Random(seed, "corrections", company.index, site.rank);
    for (let m = Math.max(life.start, span.start); m <= last; m++) {
      const corrected = random.chance(CORRECTION_RATE);
      const size = CORRECTION * random.normal() - CORRECTION / 2;
      if (!endsPeriod(m, company.cadence)) continue;
      if (firstOfPeriod(m, company.cadence) < Math.max(span.start, life.start)) continue;
      const stay = stayIn(site, m);
      const due = siteDues(history, rank, m);
      if (!stay || due === 0) continue;
      const missing = due * missingPart(unpaid.get(m), rank);
      const account = { site, siret: stay.siret, periode: urssafPeriod(m, company.cadence) };
      // Dues of the last month are declared; they are payable the month after.
      if (m === span.end - 1) writeLine(file, account, 0, 0, due);
      else writeLine(file, account, missing, due - missing, due);
      if (corrected) writeLine(file, account, 0, due * size, due * size);
    }
  });
}

interface Account {
  site: Site;
  siret: string;
  periode: string;
}

function writeLine(
  file: Sheet<"cotisation">,
  { site, siret, periode }: Account,
  called: number,
  paid: number,
  owed: number,
): void {
  file.write({
    Urssaf_gestion: site.urssaf,
    Dep: site.departement,
    Siret: siret,
    Compte: site.account,
    periode,
    mer: euros(called, site.urssaf),
    enc_direct: euros(paid, site.urssaf),
    cotis_due: euros(owed, site.urssaf),
  });
}

function debtsByPeriod(debts: readonly Debt[]): Map<number, Debt[]> {
  const map = new Map<number, Debt[]>();
  for (const debt of debts) map.set(debt.last, [...(map.get(debt.last) ?? []), debt]);
  return map;
}

/** Part of the dues a site did not pay in time; audits add to the dues, they are not part of them. */
function missingPart(debts: readonly Debt[] | undefined, rank: number): number {
  if (!debts) return 0;
  const parts = debts
    .filter(({ kind, site }) => kind !== "audit" && (site === undefined || site === rank))
    .map(({ steps }) => steps[0]!.remaining);
  return Math.min(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
}
