/**
 * Area under the ROC curve when row i stands for `mass[i]` cases of which a share `outcomes[i]` are
 * events: the probability that an event scores above a non-event, ties counting 1/2. NaN with one
 * class only. Equal to `auc` with masses of 1 and outcomes of 0 and 1.
 */
export function weightedAuc(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  mass: ArrayLike<number>,
): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => scores[a]! - scores[b]!,
  );
  let won = 0;
  let below = 0;
  let events = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let tiedEvents = 0;
    let tiedOthers = 0;
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      const i = order[end]!;
      tiedEvents += mass[i]! * outcomes[i]!;
      tiedOthers += mass[i]! * (1 - outcomes[i]!);
    }
    won += tiedEvents * (below + tiedOthers / 2);
    below += tiedOthers;
    events += tiedEvents;
    start = end;
  }
  return won / (events * below);
}
