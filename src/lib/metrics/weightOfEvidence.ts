/** What belonging to a bin says of the outcome. */
export interface EvidenceBin {
  events: number;
  nonEvents: number;
  /** ln (share of the events in the bin / share of the non-events): positive when risk is higher there. */
  woe: number;
  /** What the bin adds to the information value. */
  iv: number;
}

/**
 * Weight of evidence and information value of a variable cut at `cuts`, intervals [a, b); rows where
 * it is missing are left out. optbinning has the opposite sign. A bin without events or without
 * others has an infinite weight. Source: I. Good, « Probability and the Weighing of Evidence », 1950;
 * N. Siddiqi, « Credit Risk Scorecards », 2006.
 */
export function weightOfEvidence(
  values: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  cuts: readonly number[],
): { bins: EvidenceBin[]; iv: number } {
  const counts = Array.from({ length: cuts.length + 1 }, () => ({ events: 0, nonEvents: 0 }));
  const total = { events: 0, nonEvents: 0 };
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const bin = counts[cuts.filter((cut) => value >= cut).length]!;
    const kind = outcomes[i] === 1 ? "events" : "nonEvents";
    bin[kind]++;
    total[kind]++;
  }
  const bins = counts.map(({ events, nonEvents }) => {
    const [e, n] = [events / total.events, nonEvents / total.nonEvents];
    const woe = Math.log(e / n);
    return { events, nonEvents, woe, iv: (e - n) * woe };
  });
  return { bins, iv: bins.reduce((sum, { iv }) => sum + iv, 0) };
}
