import type { Highs } from "highs";
import { parseBatch } from "../../../src/lib/batch.js";
import {
  COVARIATES,
  type CovariateId,
  type EffectTable,
  SIZE_FACTOR,
} from "../../../src/lib/effect/effectTable.js";
import {
  type Pairing,
  pairUp,
  type RiskSet,
  type Unit,
} from "../../../src/lib/matching/pairing.js";
import { standardisedDifference } from "../../../src/lib/matching/standardisedDifference.js";
import type { DuckDBConnection } from "../../duckdb.js";
import type { Manifest } from "../../ingest/manifest.js";
import { completeActivity } from "../impact/activityTables.js";
import { protectedParts } from "../impact/protectedParts.js";
import { alone } from "./alone.js";
import { createStudy, readSelection, readSubjects, type Subject } from "./effectRows.js";
import { outcomeRows, placeboRow } from "./outcomeRows.js";

/** A subject as the pairing sees it. */
export interface StudyUnit extends Unit {
  subject: Subject;
}

/**
 * What became of the companies flagged and followed, against comparable ones of the same list, level
 * and sector, from the views of a snapshot and the tables of `createScope`. Counts of one or two
 * companies are hidden, and what would give them away.
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export async function effectTable(
  connection: DuckDBConnection,
  manifest: Pick<Manifest, "batch" | "tables">,
  highs: Highs,
): Promise<EffectTable> {
  await completeActivity(connection, manifest);
  await createStudy(connection, parseBatch(manifest.batch).dateFin);
  const { all, unlisted, inProceeding } = await readSelection(connection);
  const sets = riskSets(await readSubjects(connection));
  const pairing = pairUp(sets.map(ofNearSize));
  const { pairs, unpaired } = pairing;
  const unknown = all - unlisted - inProceeding - sets.length;
  const { whole, parts } = protectedParts(
    [unlisted, inProceeding, unknown, unpaired.length, pairs.length],
    highs,
  );
  const months = pairs.map(({ treated }) => treated.subject.started.slice(0, 7)).sort();
  return {
    selection: {
      all: whole,
      unlisted: parts[0]!,
      inProceeding: parts[1]!,
      unknown: parts[2]!,
      unpaired: parts[3]!,
      paired: parts[4]!,
    },
    followedLater: alone(pairs.filter(({ control }) => control.subject.followedLater).length),
    span: months.length > 0 ? { from: months[0]!, to: months.at(-1)! } : null,
    balance: balanceOf(sets, pairing),
    outcomes: outcomeRows(pairs),
    placebo: placeboRow(pairs),
  };
}

function riskSets(subjects: readonly Subject[]): RiskSet<StudyUnit>[] {
  const sets = new Map<string, { treated?: StudyUnit; candidates: StudyUnit[] }>();
  for (const subject of subjects) {
    const unit = unitOf(subject);
    const set = sets.get(subject.followed) ?? { candidates: [] };
    if (subject.siren === subject.followed) set.treated = unit;
    else set.candidates.push(unit);
    sets.set(subject.followed, set);
  }
  return [...sets.values()].flatMap(({ treated, candidates }) =>
    treated ? [{ treated, candidates }] : [],
  );
}

/** Candidates whose headcount is within a factor of two: ten employees are another life than a thousand. */
function ofNearSize({ treated, candidates }: RiskSet<StudyUnit>): RiskSet<StudyUnit> {
  const { employees } = treated.subject;
  const isNear = ({ subject }: StudyUnit): boolean =>
    subject.employees <= SIZE_FACTOR * employees && employees <= SIZE_FACTOR * subject.employees;
  return { treated, candidates: candidates.filter(isNear) };
}

/** Scores of 0 or 1 have no finite log-odds. */
const EDGE = 0.0005;

function unitOf(subject: Subject): StudyUnit {
  const score = Math.min(1 - EDGE, Math.max(EDGE, subject.score));
  const before = subject.employeesBefore ?? subject.employees;
  const covariates: Record<Exclude<CovariateId, "score">, number> = {
    effectif: Math.log(subject.employees),
    dette: Math.log1p(Math.max(0, subject.debt)),
    variation: before > 0 ? Math.min(1, subject.employees / before - 1) : 0,
    listes: subject.lists,
  };
  return {
    id: subject.siren,
    score: Math.log(score / (1 - score)),
    covariates: Object.values(covariates),
    subject,
  };
}

/** Standardised differences: with every candidate before, with the one chosen after. */
function balanceOf(
  sets: readonly RiskSet<StudyUnit>[],
  { pairs }: Pairing<StudyUnit>,
): EffectTable["balance"] {
  const all = new Map(
    sets.flatMap(({ candidates }) =>
      candidates.map((unit) => [`${unit.id} ${unit.subject.started}`, unit]),
    ),
  );
  const groups = {
    before: [sets.map(({ treated }) => treated), [...all.values()]],
    after: [pairs.map(({ treated }) => treated), pairs.map(({ control }) => control)],
  } as const;
  return (Object.keys(COVARIATES) as CovariateId[]).map((covariate, rank) => {
    const read = ({ score, covariates }: StudyUnit) => (rank === 0 ? score : covariates[rank - 1]!);
    const [before, after] = [groups.before, groups.after].map(([treated, control]) =>
      thousandth(standardisedDifference(treated.map(read), control.map(read))),
    );
    return { covariate, before: before!, after: after! };
  });
}

const thousandth = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1000) / 1000;
