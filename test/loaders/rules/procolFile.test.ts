import { describe, expect, test } from "vitest";
import { namedMonthDate } from "../../../loaders/fields/date.js";
import { read } from "./cell.js";
import { readLines } from "./readLines.js";

const HEADER = "Siret;Siren;Dt_effet;Cat_v2;Lib_actx_stdx";
const row = (label: string): string => `01234567891011;012345678;26MAY2014;1;${label}`;

async function proceeding(label: string): Promise<unknown[]> {
  const { rows } = await readLines("procol", [HEADER, row(label)]);
  return [rows[0]?.action_procol, rows[0]?.stade_procol];
}

describe("procol: the file (§1.2, §1.3)", () => {
  test("dates are DDMONYYYY with English months, in any case", () => {
    expect(read(namedMonthDate(), "26MAY2014")).toBe("2014-05-26");
    expect(read(namedMonthDate(), "29feb2024")).toBe("2024-02-29");
    expect(read(namedMonthDate(), "29FEB2023")).toMatch(/\[type-error\]$/);
  });

  const LABELS = {
    Solde_procedure_redressement: ["redressement", "solde_procedure"],
    Liquidation_ouverture: ["liquidation", "ouverture"],
    Plan_continuation_sauvegarde: ["sauvegarde", "plan_continuation"],
    Liquidation_cloture_insuffisance_actif: ["liquidation", "cloture_insuffisance_actif"],
    Redressement_inclusion_autre_procedure: ["redressement", "inclusion_autre_procedure"],
  };
  for (const [label, parts] of Object.entries(LABELS))
    test(`${label}: the token of ${parts[0]} is the action, the rest is the stage`, async () => {
      expect(await proceeding(label)).toEqual(parts);
    });

  test("a label that names no proceeding is refused", async () => {
    const { report } = await readLines("procol", [HEADER, row("Solde_procedure")]);
    expect(report.messages[0]).toContain("ne nomme pas de procédure");
  });
});
