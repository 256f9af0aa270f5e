import { describe, expect, test } from "vitest";
import {
  changeFinding,
  countLines,
  perTenThousand,
  rejectedFinding,
  rejectedRate,
} from "../../src/lib/imports.js";
import type { ImportedFile } from "../../src/lib/tables.js";

function file(label: string, parsed: number, rejected: number): ImportedFile {
  return {
    file: `${label}.csv`,
    source: label,
    label,
    encoding: "utf-8",
    compression: null,
    bytes: 1,
    sha256: "",
    parsed,
    valid: parsed - rejected,
    rejected,
    skipped: 0,
    blank: 2,
    rejectedBefore: null,
    fatal: null,
    skips: [],
    notices: [],
    refused: [],
  };
}

describe("the page of imports", () => {
  test("sums the lines of all files", () => {
    expect(countLines([file("a", 10, 1), file("b", 5, 0)])).toEqual({
      parsed: 15,
      valid: 14,
      rejected: 1,
      skipped: 0,
      blank: 4,
    });
  });

  test("counts rejected lines out of ten thousand, and nothing for a file without lines", () => {
    expect(rejectedRate({ parsed: 4000, rejected: 2 })).toBe(5);
    expect(rejectedRate({ parsed: 0, rejected: 0 })).toBeNull();
    expect(perTenThousand(0.00049)).toBe(5);
  });

  test("names the file with the largest share of rejected lines, not the largest number", () => {
    expect(rejectedFinding([file("débits", 10_000, 3), file("délais", 100, 1)])).toBe(
      "délais : 100\u00a0lignes rejetées sur 10 000, la part la plus forte des 2 fichiers",
    );
    expect(rejectedFinding([file("débits", 10, 0)])).toBe("Aucune ligne n’a été rejetée");
  });

  test("compares the rows known before, those that appeared left aside", () => {
    const change = {
      table: "debit",
      label: "Débits",
      appeared: 500,
      changed: 2,
      disappeared: 3,
      kept: 95,
    };
    expect(changeFinding([change], "2609")).toBe(
      "95,0\u202f% des lignes du lot 2609 sont retrouvées sans changement",
    );
    expect(changeFinding([{ ...change, kept: 0, changed: 0, disappeared: 0 }], "2609")).toBe(
      "Aucune ligne à comparer avec le lot 2609",
    );
  });
});
