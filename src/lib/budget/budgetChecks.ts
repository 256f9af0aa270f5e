import type { Instrument, MonthlySpending, PostSpending } from "./budgetTable.js";
import {
  ANNEXES,
  type Annex,
  SIGNED_AGREEMENTS,
  type SignedAgreement,
} from "./signedAgreements.js";
import { startupName } from "./startups.js";

/** A sum that must hold, euros. */
export interface BudgetCheck {
  /** What is added up, and with what it is compared. */
  rule: string;
  computed: number;
  expected: number;
  /** Document that states the expected figure. */
  document: string;
  /** `equal`, or `ceiling` where the computed figure may stay below. */
  kind: "equal" | "ceiling";
  holds: boolean;
}

interface Checked {
  instruments: readonly Instrument[];
  spending: readonly MonthlySpending[];
  posts: readonly PostSpending[];
}

/** Amounts have two decimals: sums are made and compared in whole cents. */
const cents = (euros: number): number => Math.round(euros * 100);

/** Sum of euros, exact to the cent; null counts for nothing. */
export function sumEuros(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((sum, amount) => sum + cents(amount ?? 0), 0) / 100;
}

/**
 * Every sum the agreements let one check (impact, §2.2): totals over startups, amended totals, CP = AE
 * + restes à payer, annexes, shares of one half, forecasts, and spending below what was agreed. None is
 * left out when it fails.
 */
export function budgetChecks(table: Checked): BudgetCheck[] {
  return [
    ...SIGNED_AGREEMENTS.flatMap((signed) => signedChecks(signed, table.instruments)),
    ...table.instruments.flatMap((one) => [
      ...amendedChecks(one, table.instruments),
      ...paymentChecks(one),
    ]),
    ...ANNEXES.flatMap((annex) => annexChecks(annex, table)),
    ...table.instruments.flatMap((one) => spendingChecks(one, table.spending)),
  ];
}

/** The checks that fail. */
export function failedChecks(checks: readonly BudgetCheck[]): BudgetCheck[] {
  return checks.filter(({ holds }) => !holds);
}

function check(
  rule: string,
  computed: number,
  expected: number,
  document: string,
  kind: BudgetCheck["kind"] = "equal",
): BudgetCheck {
  const [left, right] = [cents(computed), cents(expected)];
  const holds = kind === "equal" ? left === right : left <= right;
  return { rule, computed, expected, document, kind, holds };
}

function signedChecks(signed: SignedAgreement, all: readonly Instrument[]): BudgetCheck[] {
  const { convention, ae, cp, before, after, document } = signed;
  const parts = all.filter((one) => one.convention === convention);
  if (parts.length === 0) return [];
  const committed = sumEuros(parts.map((one) => one.ae));
  return [
    check(`${convention} : somme des AE des services`, committed, ae, document),
    ...(cp === null
      ? []
      : [
          check(
            `${convention} : somme des CP des services`,
            sumEuros(parts.map((one) => one.cp)),
            cp,
            document,
          ),
        ]),
    ...(before === undefined || after === undefined
      ? []
      : [
          check(
            `${convention} : AE de la convention initiale et de l’avenant`,
            sumEuros([before, committed]),
            after,
            document,
          ),
        ]),
  ];
}

/** « DGEFP–DINUM 2020, avenant 1 » amends « DGEFP–DINUM 2020 ». */
const amendedBy = ({ convention }: Instrument): string => convention.replace(/, avenant \d+$/, "");

function amendedChecks(one: Instrument, all: readonly Instrument[]): BudgetCheck[] {
  if (one.aeTotal === null) return [];
  const until = all.filter(
    (other) =>
      amendedBy(other) === amendedBy(one) &&
      other.startup === one.startup &&
      (other.signed ?? "") <= (one.signed ?? ""),
  );
  return [
    check(
      `${one.convention} : AE de la convention et de ses avenants`,
      sumEuros(until.map(({ ae }) => ae)),
      one.aeTotal,
      one.document,
    ),
  ];
}

function paymentChecks({ convention, startup, ae, cp, rap, document }: Instrument): BudgetCheck[] {
  if (ae === null || cp === null) return [];
  const rule = `${convention}, ${startupName(startup)} : AE${rap === null ? "" : " + restes à payer"} = CP`;
  return [check(rule, sumEuros([ae, rap]), cp, document)];
}

function annexChecks(annex: Annex, { instruments, posts }: Checked): BudgetCheck[] {
  const of = (one: { convention: string; startup: string }) =>
    one.convention === annex.convention && one.startup === annex.startup;
  const instrument = instruments.find(of);
  if (!instrument) return [];
  const name = `${annex.convention}, ${startupName(annex.startup)}, ${annex.name}`;
  const { document } = instrument;
  const sum = sumEuros(annex.posts.map(({ share }) => share));
  const spent = posts.filter(of);
  const shared = [{ post: "total", share: annex.share, total: annex.total }, ...annex.posts];
  return [
    check(`${name} : somme des postes`, sum, annex.share, document),
    check(`${name} : total de l’annexe = AE`, annex.share, instrument.ae ?? 0, document),
    ...(annex.total === null
      ? []
      : [
          check(
            `${name} : somme des postes, toutes administrations`,
            sumEuros(annex.posts.map(({ total }) => total)),
            annex.total,
            document,
          ),
        ]),
    ...shared.flatMap(({ post, share, total }) =>
      total === null
        ? []
        : [check(`${name} : deux fois la part DGEFP, ${post}`, 2 * share, total, document)],
    ),
    ...(spent.length === 0 ? [] : postChecks(annex, name, spent, document)),
  ];
}

function postChecks(
  { posts }: Annex,
  name: string,
  spent: readonly PostSpending[],
  document: string,
): BudgetCheck[] {
  return posts.map(({ post, share }) => {
    const own = spent.filter((one) => one.post === post);
    const forecast = sumEuros(own.map(({ engagedForecast }) => engagedForecast));
    return check(`${name} : AE prévues, ${post}`, forecast, share, document);
  });
}

function spendingChecks(one: Instrument, all: readonly MonthlySpending[]): BudgetCheck[] {
  const { convention, startup, ae, cp, rap, document } = one;
  const spent = all.find((other) => other.convention === convention && other.startup === startup);
  if (!spent) return [];
  const name = `${convention}, ${startupName(startup)}`;
  const engaged = sumEuros(spent.engaged);
  const paid = sumEuros(spent.paid);
  return [
    ...(ae === null
      ? []
      : [
          check(`${name} : prévisions d’AE`, sumEuros(spent.engagedForecast), ae, document),
          check(`${name} : AE engagées`, engaged, ae, document, "ceiling"),
        ]),
    ...(cp === null
      ? []
      : [
          check(`${name} : prévisions de CP`, sumEuros(spent.paidForecast), cp, document),
          check(`${name} : CP payés`, paid, cp, document, "ceiling"),
        ]),
    check(
      `${name} : CP payés, au plus les AE engagées et les restes à payer`,
      paid,
      sumEuros([engaged, rap]),
      document,
      "ceiling",
    ),
  ];
}
