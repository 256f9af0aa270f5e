import {
  type Comparison,
  EFFECT_HORIZONS,
  type EffectTable,
  OUTCOMES,
  type OutcomeId,
  type OutcomeRow,
} from "../../../src/lib/effect/effectTable.js";
import {
  detectableDifference,
  type Estimate,
  midP,
  type PairedOutcome,
  pairsOf,
  riskDifference,
  riskRatio,
  sensitivity,
} from "../../../src/lib/matching/pairedOutcome.js";
import type { Pair } from "../../../src/lib/matching/pairing.js";
import { isFew } from "./alone.js";
import type { Subject } from "./effectRows.js";
import type { StudyUnit } from "./effectTable.js";

/** Part of the headcount whose loss counts as one. */
const LOSS = 0.2;

type Event = (subject: Subject) => boolean | null;

const known = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined;

/** What happened to a company by a horizon; null when it is not known yet. */
const EVENTS: Record<OutcomeId, (horizon: number) => Event> = {
  procedure: (horizon) => (subject) => subject.procedure[horizon] ?? null,
  liquidation: (horizon) => (subject) => subject.liquidation[horizon] ?? null,
  emploi: (horizon) => (subject) => {
    const after = subject.employeesAfter[horizon];
    return known(after) ? isLoss(subject.employees, after) : null;
  },
  dette: (horizon) => (subject) => {
    const after = subject.debtAfter[horizon];
    return known(after) ? after > subject.debt : null;
  },
};

const isLoss = (from: number, to: number): boolean => to <= from * (1 - LOSS);

/** Counted before the start: with the year before for origin. */
const PLACEBO: Event = ({ employeesBefore, employees }) =>
  known(employeesBefore) && employeesBefore > 0 ? isLoss(employeesBefore, employees) : null;

type Pairs = readonly Pair<StudyUnit>[];

/**
 * Every outcome at every horizon, over the pairs whose two companies are known so long. A result is
 * hidden when one of its cells is of one or two pairs, or when one or two companies would show by
 * taking one published result away from another: from a horizon to the next, or the liquidations
 * from the proceedings they are part of.
 */
export function outcomeRows(pairs: Pairs): EffectTable["outcomes"] {
  const rows: OutcomeRow[] = [];
  for (const outcome of Object.keys(OUTCOMES) as OutcomeId[]) {
    let last: Event | undefined;
    for (const [index, horizon] of EFFECT_HORIZONS.entries()) {
      const event = EVENTS[outcome](index);
      const whole = outcome === "liquidation" ? EVENTS.procedure(index) : undefined;
      const result = resultOf(pairs, event, [last, whole]);
      if (result !== "s" && result !== null) last = event;
      rows.push({ outcome, horizon, result });
    }
  }
  return rows;
}

export const placeboRow = (pairs: Pairs): Comparison | "s" | null => resultOf(pairs, PLACEBO);

function resultOf(
  pairs: Pairs,
  event: Event,
  others: readonly (Event | undefined)[] = [],
): Comparison | "s" | null {
  const outcome = outcomeOf(pairs, event);
  if (pairsOf(outcome) === 0) return null;
  const told = others.some((other) => other && tellsApart(pairs, event, other));
  if (told || Object.values(outcome).some(isFew)) return "s";
  return comparisonOf(outcome);
}

function outcomeOf(pairs: Pairs, event: Event): PairedOutcome {
  const outcome: PairedOutcome = { both: 0, treatedOnly: 0, controlOnly: 0, neither: 0 };
  for (const { treated, control } of pairs) {
    const [here, there] = [event(treated.subject), event(control.subject)];
    if (here === null || there === null) continue;
    if (here && there) outcome.both++;
    else if (here) outcome.treatedOnly++;
    else if (there) outcome.controlOnly++;
    else outcome.neither++;
  }
  return outcome;
}

/**
 * Whether one result taken away from another tells of one or two companies of a group: when they are
 * over the same pairs, or over the same but one or two. Over more, what is left mixes the pairs not
 * known so long with the events in between.
 */
function tellsApart(pairs: Pairs, event: Event, other: Event): boolean {
  const seen = pairs.map((pair) => [knownOf(pair, event), knownOf(pair, other)] as const);
  const dropped = seen.filter(([here, there]) => !here !== !there).length;
  if (dropped > 0) return isFew(dropped);
  return (["treated", "control"] as const).some((side) =>
    isFew(seen.filter(([here, there]) => here?.[side] !== there?.[side]).length),
  );
}

/** Both companies of a pair, when both are known. */
function knownOf({ treated, control }: Pair<StudyUnit>, event: Event) {
  const [here, there] = [event(treated.subject), event(control.subject)];
  return here === null || there === null ? undefined : { treated: here, control: there };
}

function comparisonOf(outcome: PairedOutcome): Comparison {
  const pairs = pairsOf(outcome);
  const ratio = riskRatio(outcome);
  return {
    pairs,
    treated: outcome.both + outcome.treatedOnly,
    control: outcome.both + outcome.controlOnly,
    difference: rounded(riskDifference(outcome)!),
    ratio: ratio && rounded(ratio),
    p: round(midP(outcome)),
    detectable: round(detectableDifference(outcome)!),
    gamma: sensitivity(outcome),
  };
}

/** Four decimals: beyond what the counts can tell. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const rounded = ({ value, low, high }: Estimate): Estimate => ({
  value: round(value),
  low: round(low),
  high: round(high),
});
