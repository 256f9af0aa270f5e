import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acceptancesOf, alertsError, keepAcceptances } from "../../cli/acceptances.js";
import type { Alert } from "../../loaders/ingest/report.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const alert = (id: string, accepted: string | null = null): Alert =>
  ({ id, accepted, message: "", table: "debit", column: null, measure: "rows" }) as Alert;

const file = () => join(temporaryFolder(), "data", "acceptances.json");

describe("alerts let through", () => {
  it("are kept for the runs to come, by batch, the last reason given winning", () => {
    const kept = file();
    const alerts = [alert("debit.rows"), alert("delai.rows")];
    keepAcceptances(kept, "2610", [{ id: "debit.rows", reason: "grève" }], alerts);
    keepAcceptances(kept, "2610", [{ id: "delai.rows", reason: "loi" }], alerts);
    keepAcceptances(kept, "2610", [{ id: "debit.rows", reason: "panne" }], alerts);
    expect(acceptancesOf(kept, "2610", [])).toEqual({ "debit.rows": "panne", "delai.rows": "loi" });
    expect(acceptancesOf(kept, "2611", [{ id: "a", reason: "b" }])).toEqual({ a: "b" });
    expect(readFileSync(kept, "utf8").endsWith("\n")).toBe(true);
  });

  it("are refused, and not kept, when there is no such alert", () => {
    const kept = file();
    const wrong = [{ id: "debit.row", reason: "grève" }];
    expect(() => keepAcceptances(kept, "2610", wrong, [alert("debit.rows")])).toThrow(
      expect.objectContaining({ code: "acceptance", exitCode: 2 }),
    );
    expect(acceptancesOf(kept, "2610", [])).toEqual({});
  });

  it("leave an exit code 1 that names the others, and none when all are accepted", () => {
    const alerts = [alert("debit.rows"), alert("delai.rows", "loi")];
    const error = alertsError("2610", alerts, undefined)!;
    expect(error).toMatchObject({ code: "alerts", exitCode: 1 });
    expect(error.message).toBe("lot 2610 publié avec 1 alerte : debit.rows");
    expect(alertsError("2610", [alert("delai.rows", "loi")], undefined)).toBeUndefined();
  });

  it("come from a file that a person may edit, and a mistake in it is said", () => {
    const folder = temporaryFolder();
    const kept = join(folder, "acceptances.json");
    writeFileSync(kept, "{");
    expect(() => acceptancesOf(kept, "2610", [])).toThrow(
      expect.objectContaining({ code: "acceptances-unreadable", exitCode: 2 }),
    );
  });
});
