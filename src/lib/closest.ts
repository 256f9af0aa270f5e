/** The known name nearest to a mistyped one, by the fewest letters to change, add or remove. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  const near = known.map((name) => ({ name, distance: editDistance(typed, name) }));
  return near.sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** Levenshtein's distance, row by row (Wagner and Fischer, 1974). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column++) {
      const change = row[column]! + (letter === to[column] ? 0 : 1);
      next.push(Math.min(change, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
