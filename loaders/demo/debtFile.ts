import { CUTOFF_DAY, type Debt, type Step } from "./arrears.js";
import type { Day, Month } from "./calendar.js";
import { EMPLOYEE_SHARE } from "./dues.js";
import { siteDues } from "./duesFile.js";
import { type Site, type Stay, stayIn } from "./establishment.js";
import type { History } from "./history.js";
import { urssafDate, urssafPeriod } from "./notation.js";
import type { Sheet } from "./sheet.js";

/** Operation codes (§1.2). */
const CALLED_IN = 1;
const CALL_CANCELLED = 11;

/** A line of the history of a debt under one SIRET. */
interface Line extends Step {
  stay: Stay;
}

/**
 * Writes every operation on every debt still open in the months covered. The extract opens on the
 * balance of its first day: of older operations only the last one is given, dated that day.
 */
export function writeDebts(file: Sheet<"debit">, history: History): void {
  for (const debt of history.arrears.debts) {
    history.sites.forEach((site, rank) => {
      if (debt.site !== undefined && debt.site !== rank) return;
      const due = Math.round(siteDues(history, rank, debt.last) * 100);
      if (due === 0) return;
      const lines = inSpan(linesOf(debt, site), history);
      for (const [line, number] of lines)
        writeLine(file, history, { debt, site, due, line, number });
    });
  }
}

/** The operations under the SIRET of their time; a move cancels the debt and calls it in again. */
function linesOf({ steps }: Debt, site: Site): Line[] {
  const lines: Line[] = [];
  let stay = stayIn(site, steps[0]!.date.month) ?? site.stays[site.stays.length - 1]!;
  for (const step of steps) {
    const now = stayIn(site, step.date.month);
    if (now && now !== stay) {
      const owed = lines[lines.length - 1]!.remaining;
      const date = now.from;
      lines.push({ date, remaining: 0, operation: CALL_CANCELLED, stay });
      lines.push({ date, remaining: owed, operation: CALLED_IN, stay: now });
      stay = now;
    }
    lines.push({ ...step, stay });
  }
  return lines;
}

/** Lines of the months covered with their rank in the history; the last older one is brought forward. */
function inSpan(lines: Line[], { span }: History): [Line, number][] {
  const numbered = lines.map((line, i): [Line, number] => [line, i + 1]);
  const kept = numbered.filter(
    ([{ date }]) => date.month >= span.start && !isAfter(date, span.end - 1),
  );
  const older = numbered.filter(([{ date }]) => date.month < span.start).pop();
  if (!older || older[0].remaining === 0) return kept;
  const opening: Line = { ...older[0], date: { month: span.start, day: 1 } };
  return [[opening, older[1]], ...kept];
}

/** The extract of a month is made on the 20th. */
const isAfter = ({ month, day }: Day, last: Month): boolean =>
  month > last || (month === last && day > CUTOFF_DAY);

interface Entry {
  debt: Debt;
  site: Site;
  /** Dues of the site for the period, centimes. */
  due: number;
  line: Line;
  number: number;
}

function writeLine(
  file: Sheet<"debit">,
  { company, life }: History,
  { debt, site, due, line, number }: Entry,
): void {
  const owed = Math.round(due * line.remaining);
  const employees = Math.round(owed * EMPLOYEE_SHARE);
  file.write({
    Urssaf_gestion: site.urssaf,
    Dep: site.departement,
    num_cpte: site.account,
    Siren: company.siren,
    Siret: line.stay.siret,
    Dt_immat: urssafDate(site.stays[0]!.from),
    Etat_cpte: line.date.month >= life.end && life.closed ? 3 : 1,
    Cd_pro_col: proceedingCode(life.phase[line.date.month - life.start] ?? life.phase.at(-1)!),
    Periode: urssafPeriod(debt.last, company.cadence),
    Num_Ecn: debt.number,
    Num_Hist_Ecn: number,
    Dt_trt_ecn: urssafDate(line.date),
    Mt_PO: employees,
    Mt_PP: owed - employees,
    Cd_op_ecn: line.operation,
    Motif_ecn: debt.motive,
    Recours_en_cours: debt.kind === "audit" && number === 1 ? 1 : 0,
  });
}

/** Code of the account: 0 none, 1 proceedings under way, 2 plan of reorganisation (§1.2). */
function proceedingCode(phase: History["life"]["phase"][number]): number {
  if (phase === "inBonis") return 0;
  return phase === "plan" ? 2 : 1;
}
