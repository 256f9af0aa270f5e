import { addDays, addMonths } from "./day.js";
import type { Delivery } from "./delivery.js";
import { termOf } from "./documents.js";
import type { Duty, Frequency } from "./duty.js";
import type { EngagementsTable } from "./evidence.js";
import { addWorkingDays } from "./workingDays.js";

export const DUTY_STATES = {
  late: "en retard",
  undeclared: "à déclarer",
  coming: "à venir",
  done: "à jour",
  moot: "sans objet",
  dated: "constat ou objectif daté",
} as const;
export type DutyState = keyof typeof DUTY_STATES;

export interface DutyStatus {
  state: DutyState;
  /** Last delivery known, `YYYY-MM-DD`. */
  last: string | null;
  /** When the next one is due. */
  next: string | null;
  /** Reference given with a declared delivery. */
  piece: string | null;
  /** Day its convention ended, when that is why nothing is due any more. */
  ended: string | null;
}

const MONTHS_BETWEEN: Partial<Record<Frequency, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** Working days to answer in (agreement of 13 December 2022, art. 2.2). */
export const ANSWER_DAYS = 5;

/**
 * Where a duty stands on the day of the batch. What the batch proves comes first, then what the team
 * declares. What recurs for the other
 * party stops being due when the convention ends; lists and batches go on. What was due at its end, or
 * once, and was never told, is « à déclarer ».
 */
export function dutyStatus(
  duty: Duty,
  evidence: EngagementsTable,
  declared: readonly Delivery[],
): DutyStatus {
  if (duty.proof.by === "dated") return status("dated");
  const own = declared.filter(({ engagement }) => engagement === duty.number);
  const ended = endedTerm(duty, evidence.today);
  if (duty.frequency === "workingDays") return answered(own, evidence.today, ended);
  const last = lastProof(duty, evidence) ?? lastOf(own);
  const piece = own.find(({ livraison }) => livraison === last)?.piece ?? null;
  const every = MONTHS_BETWEEN[duty.frequency];
  const lives = duty.proof.by === "lists" || duty.proof.by === "batch";
  if (ended && every !== undefined && !lives) return { ...status("moot", last), piece, ended };
  if (!last) return neverDelivered(duty, evidence.today, ended);
  if (every === undefined || !provenByDate(duty)) return { ...status("done", last), piece };
  const next = addMonths(last, every);
  return { ...status(next < evidence.today ? "late" : "done", last, next), piece };
}

function status(state: DutyState, last: string | null = null, next: string | null = null) {
  return { state, last, next, piece: null, ended: null } satisfies DutyStatus;
}

/** A page or a source is there at every batch: it proves no date of its own. */
function provenByDate({ proof: { by } }: Duty): boolean {
  return by === "lists" || by === "batch" || by === "declared";
}

function endedTerm({ documents }: Duty, today: string): string | null {
  const term = termOf(documents);
  return term !== null && term < today ? term : null;
}

function lastOf(declared: readonly Delivery[]): string | null {
  return (
    declared
      .flatMap(({ livraison }) => livraison ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function lastProof({ proof }: Duty, evidence: EngagementsTable): string | null {
  switch (proof.by) {
    case "page":
      return evidence.asOf;
    case "batch":
      return evidence.today;
    case "lists":
      return evidence.lists.at(-1) ?? null;
    case "rows":
      return evidence.sources[proof.source] ?? null;
    case "spending":
      return lastDay(evidence.conventions[proof.convention]);
    case "post":
      return lastDay(evidence.posts[proof.post]);
    default:
      return null;
  }
}

function lastDay(month: string | undefined): string | null {
  return month === undefined ? null : addDays(addMonths(`${month}-01`, 1), -1);
}

function neverDelivered(duty: Duty, today: string, ended: string | null): DutyStatus {
  const recurs = duty.frequency in MONTHS_BETWEEN || duty.frequency === "event";
  if (ended && recurs) return { ...status("moot"), ended };
  const term = termOf(duty.documents);
  if (duty.frequency === "end" && term !== null && term >= today) {
    return status("coming", null, term);
  }
  return status("undeclared", null, duty.frequency === "end" ? term : null);
}

/** The oldest request still without an answer decides. */
function answered(own: readonly Delivery[], today: string, ended: string | null): DutyStatus {
  const open = own
    .flatMap(({ demande, livraison }) => (demande && !livraison ? demande : []))
    .sort();
  const last = lastOf(own);
  if (open[0]) {
    const due = addWorkingDays(open[0], ANSWER_DAYS);
    return status(due < today ? "late" : "coming", last, due);
  }
  if (last) return status("done", last);
  return ended ? { ...status("moot"), ended } : status("undeclared");
}
