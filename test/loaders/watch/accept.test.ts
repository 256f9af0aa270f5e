import { describe, expect, it } from "vitest";
import type { Alert } from "../../../loaders/ingest/report.js";
import { accept, parseAcceptance } from "../../../loaders/watch/accept.js";

const alert = (id: string): Alert => ({
  id,
  table: id.split(".")[0]!,
  column: null,
  measure: "rows",
  before: 10,
  now: 1,
  threshold: 8,
  message: "",
  accepted: null,
});

const ALERTS = [alert("cotisation.rows"), alert("debit.rows")];

describe("accept", () => {
  it("records the reason on the alert it names, and leaves the others as they are", () => {
    const accepted = accept(ALERTS, [{ id: "debit.rows", reason: "purge annoncée" }]);
    expect(accepted.map((one) => one.accepted)).toEqual([null, "purge annoncée"]);
    expect(ALERTS[1]!.accepted).toBeNull();
  });

  it("refuses an acceptance that matches nothing, and names the alerts there are", () => {
    expect(() => accept(ALERTS, [{ id: "delai.rows", reason: "?" }])).toThrow(
      expect.objectContaining({
        code: "acceptance",
        exitCode: 2,
        remedy: "Les alertes de ce lot : cotisation.rows, debit.rows",
      }),
    );
    expect(() => accept([], [{ id: "delai.rows", reason: "?" }])).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining("aucune alerte") }),
    );
  });

  it("refuses two reasons for one alert", () => {
    const twice = [
      { id: "debit.rows", reason: "a" },
      { id: "debit.rows", reason: "b" },
    ];
    expect(() => accept(ALERTS, twice)).toThrow(/deux fois/);
  });
});

describe("parseAcceptance", () => {
  it("reads an identifier and a reason, which may hold an equal sign", () => {
    expect(parseAcceptance("debit.mt_po.psi= taux = 2 ")).toEqual({
      id: "debit.mt_po.psi",
      reason: "taux = 2",
    });
  });

  for (const text of ["debit.rows", "debit.rows=", "debit.rows=  ", "=raison", ""])
    it(`refuses « ${text} », without an identifier or a reason`, () => {
      expect(() => parseAcceptance(text)).toThrow(
        expect.objectContaining({ code: "acceptance", exitCode: 2 }),
      );
    });
});
