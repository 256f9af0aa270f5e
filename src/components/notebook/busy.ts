let pending = 0;

/**
 * Marks the page as busy while something is read or computed, for assistive technology, the preview
 * and what archives the page (`aria-busy`, WAI-ARIA 1.2).
 */
export async function busy<Result>(work: Promise<Result>): Promise<Result> {
  tell(1);
  try {
    return await work;
  } finally {
    tell(-1);
  }
}

function tell(change: 1 | -1): void {
  pending += change;
  document.querySelector("main")?.setAttribute("aria-busy", String(pending > 0));
}
