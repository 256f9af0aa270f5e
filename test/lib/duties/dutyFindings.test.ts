import { expect, test } from "vitest";
import { datesInWords, dutiesFinding } from "../../../src/lib/duties/dutyFindings.js";
import type { DutyStatus } from "../../../src/lib/duties/dutyStatus.js";

const STATUS: DutyStatus = { state: "done", last: null, next: null, piece: null, ended: null };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("dates say what was delivered, what is due, and what was due and never told", () => {
  const words = (status: Partial<DutyStatus>) => plain(datesInWords({ ...STATUS, ...status }));
  expect(words({})).toBe("");
  expect(words({ last: "2026-09-10", next: "2026-12-10" })).toBe(
    "livré le 10 septembre 2026 ; échéance le 10 décembre 2026",
  );
  expect(words({ last: "2026-09-30" })).toBe("constaté au 30 septembre 2026");
  expect(words({ state: "undeclared", next: "2023-12-31" })).toBe("était dû le 31 décembre 2023");
  expect(words({ state: "moot", ended: "2023-12-31" })).toBe(
    "convention échue le 31 décembre 2023",
  );
});

test("the finding tells delays first, and says when there are none", () => {
  expect(plain(dutiesFinding([STATUS]))).toBe(
    "Aucun engagement en retard ; 1 à jour et 0 à déclarer, sur 1",
  );
  expect(plain(dutiesFinding([STATUS, { ...STATUS, state: "late" }]))).toMatch(
    /^1 engagement en retard ;/,
  );
});
