import type { Month } from "../calendar.js";
import { isoDate } from "../notation.js";
import { Random } from "../random.js";
import type { Sheet } from "../sheet.js";
import { CONVENTIONS, type Convention, type Post } from "./conventions.js";

/** Orders are placed every third month, bills are paid every month. */
const ORDER_EVERY = 3;
/** Bills of a month are this far from the mean, at most. */
const UNEVEN = 0.4;

/** Writes the spending of each agreement month by month: fictitious, but it adds up to the agreement. */
export function writeSpending(file: Sheet<"depenses">, seed: number, end: Month): void {
  for (const convention of CONVENTIONS) {
    for (const post of convention.posts) writePost(file, convention, post, seed, end);
  }
}

function writePost(
  file: Sheet<"depenses">,
  convention: Convention,
  post: Post,
  seed: number,
  end: Month,
): void {
  const { name, startup, spent, unit, costCentre } = convention;
  const [from, to] = spent;
  const random = new Random(seed, "budget", name, startup, post.name);
  const count = to - from + 1;
  const months = Array.from({ length: count }, (_, i) => i);
  const orders = months.map((i) => (i % ORDER_EVERY === 0 ? 1 : 0));
  const even = months.map(() => 1);
  const bills = months.map(() => random.between(1 - UNEVEN, 1 + UNEVEN));
  const engaged = shareOut(post.ae, orders);
  const paid = shareOut(post.cp, bills);
  const [aePlanned, cpPlanned] = [shareOut(post.ae, orders), shareOut(post.cp, even)];
  for (const i of months) {
    if (from + i >= end) return;
    file.write({
      convention: name,
      startup,
      mois: isoDate({ month: from + i, day: 1 }),
      poste: post.name,
      activite: post.activity,
      ressource: post.resource,
      centre_financier: unit,
      centre_cout: costCentre ?? "",
      ae_engage: engaged[i]!,
      cp_paye: paid[i]!,
      ae_prevu: aePlanned[i]!,
      cp_prevu: cpPlanned[i]!,
      document: "Pièce fictive",
    });
  }
}

/** Splits whole euros by weights, to the cent: the parts, as text, add up exactly. */
export function shareOut(euros: number, weights: readonly number[]): string[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const cents = euros * 100;
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const upTo = Math.round((cents * before) / total);
    const part = upTo - given;
    given = upTo;
    return (part / 100).toFixed(2);
  });
}
