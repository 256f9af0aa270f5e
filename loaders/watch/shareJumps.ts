import { formatPercent } from "../../src/lib/format/number.js";
import type { Jump } from "./jump.js";
import { nullShare, zeroShare } from "./profile.js";
import { limitOf } from "./thresholds.js";
import { chanceOfShares, usualInWords, usualOf } from "./usual.js";
import { type ColumnTest, formerSides, type Side, type Watched } from "./watched.js";

interface Share {
  measure: "nulls" | "zeros";
  /** Undefined where it has no meaning. */
  of: (side: Side) => number | undefined;
  /** What it is a share of. */
  rows: (side: Side) => number;
  noun: string;
  advice: string;
}

/** The share of empty cells. */
export const nullJump: ColumnTest = (watched) => jumpOf(NULLS, watched);

/** The share of zeros among the values. */
export const zeroJump: ColumnTest = (watched) => jumpOf(ZEROS, watched);

const NULLS: Share = {
  measure: "nulls",
  of: ({ profile, column }) => nullShare(profile, column),
  rows: ({ profile }) => profile.rows,
  noun: "de cellules vides",
  advice: "vérifier que le partenaire remplit toujours cette colonne, sous le même libellé",
};

const ZEROS: Share = {
  measure: "zeros",
  of: ({ profile, column }) => zeroShare(profile, column),
  rows: ({ profile, column }) => profile.rows - column.nulls,
  noun: "de zéros",
  advice: "vérifier que les valeurs n’ont pas été remplacées par des zéros",
};

function jumpOf({ measure, of, rows, noun, advice }: Share, watched: Watched): Jump[] {
  const { table, column } = watched;
  const now = of(watched.now);
  const known = formerSides(watched, measure).filter((side) => of(side) !== undefined);
  const usual = usualOf(known.map((side) => of(side)!));
  if (now === undefined || !usual) return [];
  const allowed = Math.max(
    limitOf(measure, table, column, watched.flow),
    usual.spread,
    chanceOfShares(usual.value, rows(known.at(-1)!), rows(watched.now)),
  );
  const moved = now - usual.value;
  if (Math.abs(moved) <= allowed) return [];
  const threshold = usual.value + Math.sign(moved) * allowed;
  const say = (share: number) => formatPercent(100 * share);
  const before = usualInWords(usual, say);
  const said = { now: `${say(now)} ${noun}`, before, limit: say(threshold), advice };
  return [{ table, column, measure, before: usual.value, now, threshold, said }];
}
