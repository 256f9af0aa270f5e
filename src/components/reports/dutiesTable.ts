import type { Delivery } from "../../lib/duties/delivery.js";
import { DUTIES } from "../../lib/duties/duties.js";
import { datesInWords } from "../../lib/duties/dutyFindings.js";
import { DUTY_STATES, dutyStatus } from "../../lib/duties/dutyStatus.js";
import type { EngagementsTable } from "../../lib/duties/evidence.js";
import { dataTable } from "../dataTable.js";

/** Duties that recur or are late, and where each stands on the day of the batch. */
export function dutiesTable(
  engagements: EngagementsTable,
  declared: readonly Delivery[],
): HTMLElement {
  const rows = DUTIES.map((duty) => ({
    duty,
    status: dutyStatus(duty, engagements, declared),
  })).filter(({ status }) => status.next !== null || status.state === "late");
  return dataTable({
    caption: "Engagements qui ont une échéance",
    columns: [
      { label: "Engagement", value: ({ duty }) => `${duty.number}. ${duty.title}`, prose: true },
      { label: "État", value: ({ status }) => DUTY_STATES[status.state] },
      { label: "Dates", value: ({ status }) => datesInWords(status), prose: true },
    ],
    rows,
    pageSize: rows.length,
  });
}
