import { nonBreaking } from "../../src/lib/format/typography.js";
import type { Alert } from "../ingest/report.js";
import type { Measure } from "./thresholds.js";

export type Jump = Omit<Alert, "id" | "message" | "accepted"> & {
  measure: Measure;
  /** « 12,4 % de lignes rejetées ». */
  now: number;
  said: { now: string; before: string; limit: string | null; advice: string };
};

/** What `--accept` takes: `debit.rejected`, `debit.mt_po.psi`. */
export function alertId(table: string, column: string | null, measure: Measure): string {
  return [table, ...(column === null ? [] : [column]), measure].join(".");
}

/** The alert of a jump: what is measured, now, before, the limit and what to do. */
export function alertOf({ said, ...jump }: Jump): Alert {
  const { table, column, measure } = jump;
  const subject = column === null ? table : `${table}, colonne ${column}`;
  const limit = said.limit === null ? "" : `, limite ${said.limit}`;
  return {
    id: alertId(table, column, measure),
    ...jump,
    message: nonBreaking(`${subject} : ${said.now} (${said.before}${limit}) ; ${said.advice}`),
    accepted: null,
  };
}
