import { formatPercent } from "../../src/lib/format/number.js";
import { filter } from "../sources/filter.js";
import { SOURCES } from "../sources/sources.js";
import { type Counted, type Counters, countersOf } from "./counters.js";
import { alertId, type Jump } from "./jump.js";
import { comparable, type PastBatch } from "./past.js";
import { rowsJump } from "./rowsJump.js";
import { FEWEST_ROWS, limitOf, REJECTED_AT_FIRST } from "./thresholds.js";
import { chanceOfShares, usualInWords, usualOf } from "./usual.js";

/** What jumped in the account of the lines of each source, or is absent altogether. */
export function fileJumps(files: readonly Counted[], past: readonly PastBatch[]): Jump[] {
  const now = countersOf(files);
  const before = past.map((batch) => ({ batch, counters: countersOf(batch.files) }));
  return SOURCES.flatMap(({ name: source, kind, until }) => {
    const counters = now.get(source);
    const known = (measure: Jump["measure"]): Counters[] => {
      const kept = comparable(past, source, alertId(source, null, measure));
      return before.flatMap(({ batch, counters: all }) => {
        const former = all.get(source);
        return former && !former.unread && kept.includes(batch) ? [former] : [];
      });
    };
    if (!counters) return until || known("absent").length === 0 ? [] : [absence(source)];
    if (counters.unread) return [];
    const shares = SHARES.flatMap((share) => shareJump(source, share, counters, known));
    if (shares.length > 0 || source === filter.name) return shares;
    const parsed = known("rows").map((former) => former.parsed);
    return rowsJump({ table: source, now: counters.parsed, past: parsed, flow: kind === "flow" });
  });
}

function absence(source: string): Jump {
  return {
    table: source,
    column: null,
    measure: "absent",
    before: 1,
    now: 0,
    threshold: 0,
    said: {
      now: "aucun fichier dans ce lot",
      before: "présente au lot précédent",
      limit: null,
      advice: "redemander le fichier au partenaire, ou accepter son absence",
    },
  };
}

interface Share {
  measure: "rejected" | "skipped" | "blank";
  of: (counters: Counters) => number;
  rows: (counters: Counters) => number;
  /** A fall is a jump too. */
  both: boolean;
  noun: string;
  advice: string;
}

/** The first one that jumps is the cause of the others. */
const SHARES: readonly Share[] = [
  {
    measure: "rejected",
    of: ({ rejected }) => rejected,
    rows: ({ parsed }) => parsed,
    both: false,
    noun: "de lignes rejetées",
    advice: "vérifier que le format n’a pas changé",
  },
  {
    measure: "skipped",
    of: ({ skipped }) => skipped,
    rows: ({ parsed }) => parsed,
    both: true,
    noun: "de lignes écartées par la source",
    advice: "vérifier ce que le partenaire envoie désormais, et la correspondance des comptes",
  },
  {
    measure: "blank",
    of: ({ blank }) => blank,
    rows: ({ parsed, blank }) => parsed + blank,
    both: false,
    noun: "de lignes vides",
    advice: "vérifier que le fichier n’est pas tronqué ni rempli de blanc",
  },
];

function shareJump(
  table: string,
  { measure, of, rows, both, noun, advice }: Share,
  counters: Counters,
  known: (measure: Jump["measure"]) => Counters[],
): Jump[] {
  const share = (one: Counters) => (rows(one) === 0 ? 0 : of(one) / rows(one));
  const now = share(counters);
  const past = known(measure);
  const usual = usualOf(past.map(share));
  if (rows(counters) < FEWEST_ROWS) return [];
  const jump = { table, column: null, measure, now };
  const say = (value: number) => formatPercent(100 * value);
  if (!usual) {
    if (measure !== "rejected" || now <= REJECTED_AT_FIRST) return [];
    const said = { now: `${say(now)} ${noun}`, before: "aucun lot antérieur", advice };
    const limit = say(REJECTED_AT_FIRST);
    return [{ ...jump, before: null, threshold: REJECTED_AT_FIRST, said: { ...said, limit } }];
  }
  const allowed = Math.max(
    limitOf(measure, table, null, false),
    usual.spread,
    chanceOfShares(usual.value, rows(past.at(-1)!), rows(counters)),
  );
  const moved = now - usual.value;
  if ((both ? Math.abs(moved) : moved) <= allowed) return [];
  const threshold = usual.value + Math.sign(moved) * allowed;
  const before = usualInWords(usual, say);
  const said = { now: `${say(now)} ${noun}`, before, limit: say(threshold), advice };
  return [{ ...jump, before: usual.value, threshold, said }];
}
