import { type Day, lastDayOf, type Month, monthOfYear } from "./calendar.js";
import type { History } from "./history.js";
import { Random } from "./random.js";

/** A set of yearly accounts filed with the registry; ratios in percent unless said otherwise. */
export interface BalanceSheet {
  closing: Day;
  turnover: number;
  grossMargin: number;
  ebitda: number;
  ebit: number;
  netResult: number;
  debtRatio: number;
  liquidity: number;
  obsolescence: number;
  autonomy: number;
  workingCapital: number;
  interestCover: number;
  cashFlowOnTurnover: number;
  /** Years. */
  repayment: number;
  currentResult: number;
  /** Days. */
  stockDays: number;
  customerDays: number;
  supplierDays: number;
  kind: "C" | "S" | "K";
}

/** Most companies close on 31 December. */
const CLOSING_MONTHS = [
  [12, 68],
  [6, 12],
  [9, 12],
  [3, 8],
] as const;
/** Accounts are filed 5 to 10 months after closing (within 7 by law, art. L232-22 code de commerce). */
const FILING = [5, 10] as const;
/** A company that files leaves out a year with this probability, more when it goes badly. */
const LEFT_OUT = 0.13;
const LEFT_OUT_DISTRESS = 0.05;
/** Years before the months covered: what the first months need (21 months back, §4.2). */
const MONTHS_BACK = 24;
/** One ratio in a hundred is absurd, as in the open file. */
const OUTLIER = 0.01;

/** Accounts known at the end of the months covered, oldest first. */
export function balanceSheetsOf(history: History): BalanceSheet[] {
  const { company, life, span, seed } = history;
  if (!company.publishes) return [];
  const random = new Random(seed, "accounts", company.index);
  const closingMonth = random.weighted(CLOSING_MONTHS);
  const traits: Traits = { scale: 0.45 * random.normal(), skill: random.normal() };
  const sheets: BalanceSheet[] = [];
  for (let m = life.start + 12; m < life.end; m++) {
    if (monthOfYear(m) !== closingMonth) continue;
    const year = new Random(seed, "accounts", company.index, m);
    const distress = yearlyDistress(history, m);
    const filed = m + year.integer(...FILING) + (distress > 1.5 ? year.integer(0, 4) : 0);
    const leftOut = year.chance(LEFT_OUT + LEFT_OUT_DISTRESS * Math.max(0, distress));
    if (leftOut || filed >= span.end || m < span.start - MONTHS_BACK) continue;
    sheets.push(draw(history, m, distress, traits, year));
  }
  return sheets;
}

interface Traits {
  scale: number;
  skill: number;
}

/** Mean distress of the twelve months to `m`; accounts hide part of it. */
function yearlyDistress({ life, company }: History, m: Month): number {
  const from = m - 11 - life.start;
  const sum = life.distress.slice(from, from + 12).reduce((total, d) => total + d, 0);
  return (sum / 12) * (0.5 + 0.5 * company.openness);
}

/** Amortisation over turnover, corporate tax (art. 219 CGI). */
const AMORTISATION = 0.03;
const TAX = 0.25;

function draw(
  { company, life }: History,
  closing: Month,
  distress: number,
  { scale, skill }: Traits,
  random: Random,
): BalanceSheet {
  const { sector } = company;
  const from = closing - 11 - life.start;
  const staff = life.headcount.slice(from, from + 12).reduce((sum, n) => sum + n, 0) / 12;
  const turnover = staff * sector.turnover * 1000 * Math.exp(scale + 0.08 * random.normal());
  const noise = random.chance(0.05) ? 0.12 : 0.03;
  const margin = sector.margin + 0.02 * skill - 0.035 * distress + noise * random.normal();
  const ebitda = turnover * margin;
  const ebit = ebitda - turnover * AMORTISATION * random.between(0.6, 1.4);
  const interest = turnover * 0.006 * Math.exp(0.35 * distress + 0.5 * random.normal());
  const current = ebit - interest;
  const netResult = current > 0 ? current * (1 - TAX) : current + turnover * 0.01 * random.normal();
  const autonomy = Math.min(92, 38 + 9 * skill - 9 * distress + 12 * random.normal());
  const debt = turnover * 0.18 * Math.exp(0.3 * distress + 0.6 * random.normal());
  const cashFlow = netResult + turnover * AMORTISATION;
  const workingCapital = 12 + 3 * distress + 12 * random.normal();
  const odd = (): number => (random.chance(OUTLIER) ? 10 ** random.between(1, 3) : 1);
  return {
    closing: { month: closing, day: lastDayOf(closing) },
    turnover,
    grossMargin: turnover * random.between(0.3, 0.75),
    ebitda,
    ebit,
    netResult,
    debtRatio: ((100 * debt) / (turnover * 0.6 * (autonomy / 100 || 0.01))) * odd(),
    liquidity: 190 * Math.exp(0.15 * skill - 0.17 * distress + 0.3 * random.normal()) * odd(),
    obsolescence: Math.min(100, Math.max(2, 58 + 6 * distress + 17 * random.normal())),
    autonomy: autonomy * (random.chance(OUTLIER) ? -8 : 1),
    workingCapital: workingCapital * odd(),
    interestCover: ((100 * interest) / ebitda) * odd(),
    cashFlowOnTurnover: (100 * cashFlow) / turnover,
    repayment: (debt / cashFlow) * odd(),
    currentResult: (100 * current) / turnover,
    stockDays: 45 * Math.exp(0.08 * distress + 0.8 * random.normal()),
    customerDays: 48 * Math.exp(0.05 * distress + 0.4 * random.normal()),
    supplierDays: 52 * Math.exp(0.14 * distress + 0.35 * random.normal()),
    kind: kindOf(staff, random),
  };
}

/** Complete, simplified (allowed to small companies), consolidated. */
function kindOf(staff: number, random: Random): BalanceSheet["kind"] {
  const u = random.uniform();
  if (staff >= 250) return u < 0.25 ? "K" : "C";
  return staff < 50 && u < 0.35 ? "S" : "C";
}
