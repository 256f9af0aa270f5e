import { describe, expect, test } from "vitest";
import { MESSAGES } from "../../../loaders/ingest/report.js";
import { readLines } from "./readLines.js";

const HEADER = "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due";
const GOOD = "671;14;11111111100011;77;202631;5;10;20";

describe("the generic reader (§1.1)", () => {
  test("columns are found by name, whatever their case and their order", async () => {
    const { rows } = await readLines("cotisation", [
      "COTIS_DUE;periode;siret;Compte;ENC_DIRECT",
      "20;202631;11111111100011;77;10",
    ]);
    expect(rows).toMatchObject([{ siret: "11111111100011", cotis_due: "20.00" }]);
  });

  test("a missing required column is fatal, and named", async () => {
    const { report } = await readLines("cotisation", [HEADER.replace("cotis_due", "du"), GOOD]);
    expect(report.fatal).toContain("cotis_due");
    expect(report).toMatchObject({ parsed: 0, valid: 0 });
  });

  test("an extra column is ignored, and reported once", async () => {
    const { report, rows } = await readLines("cotisation", [
      `${HEADER};nouvelle`,
      `${GOOD};x`,
      `${GOOD};y`,
    ]);
    expect(rows).toHaveLength(2);
    expect(report.notices.filter((notice) => notice.includes("nouvelle"))).toHaveLength(1);
  });
});

describe("the account of a file (§1.8)", () => {
  test("line 1 is the first line of data", async () => {
    const { report } = await readLines("cotisation", [HEADER, GOOD.replace("202631", "x"), GOOD]);
    expect(report.messages[0]).toMatch(/^Line 1: periode: /);
  });

  test("a row with several errors is rejected once", async () => {
    const { report } = await readLines("cotisation", [HEADER, "671;14;x;77;x;5;x;x"]);
    expect(report).toMatchObject({ parsed: 1, rejected: 1 });
    expect(report.messages).toHaveLength(1);
  });

  test("200 messages are kept, all the rows are counted: valid = parsed − skipped − rejected", async () => {
    expect(MESSAGES).toBe(200);
    const bad = Array(250).fill(GOOD.replace("202631", "x"));
    const { report } = await readLines("cotisation", [HEADER, ...bad, GOOD]);
    expect(report.messages).toHaveLength(200);
    expect(report).toMatchObject({ parsed: 251, valid: 1, rejected: 250, skipped: 0 });
  });
});
