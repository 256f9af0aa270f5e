import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import type { Cell } from "../../../src/lib/tables.js";

/** Whether a count would tell of one or two. */
export const isFew = (count: number): boolean => count > 0 && count < COUNT_RULES.minContributors;

/** A count that stands alone: hidden when it is one or two. */
export const alone = (count: number): Cell => (isFew(count) ? "s" : count);
