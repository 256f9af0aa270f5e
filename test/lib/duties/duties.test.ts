import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DATED_STATEMENTS } from "../../../src/lib/duties/datedStatements.js";
import { DUTIES } from "../../../src/lib/duties/duties.js";
import { proofAddress } from "../../../src/lib/duties/proofAddress.js";

const INVENTORY = new URL("../../../../shared/domain/impact.md", import.meta.url);

test("the duties are the fifty-eight of the inventory, each once, in order", () => {
  expect(DUTIES.map(({ number }) => number)).toEqual(Array.from({ length: 58 }, (_, i) => i + 1));
});

test("every duty has a quote, and no quote is empty", () => {
  for (const { quotes } of DUTIES) {
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.trim()).not.toBe("");
  }
});

test("a dated figure is that of a duty which no current data prove", () => {
  for (const { duty, document } of DATED_STATEMENTS) {
    const owed = DUTIES.find(({ number }) => number === duty);
    expect(owed?.proof.by).toBe("dated");
    expect(owed?.documents).toContain(document);
  }
});

test("every proof leads to a page of the site", () => {
  for (const { proof } of DUTIES) {
    const path = proofAddress(proof).replace(/#.*$/, "").replace(/\/$/, "/index");
    expect(existsSync(new URL(`../../../src/${path}.md`, import.meta.url)), path).toBe(true);
  }
});

describe.skipIf(!existsSync(INVENTORY))(
  `against the inventory${existsSync(INVENTORY) ? "" : " (skipped: ../shared absent)"}`,
  () => {
    test("every quote is in its row, word for word, with the same kind", () => {
      const rows = new Map(
        readFileSync(INVENTORY, "utf8")
          .split("\n")
          .flatMap((line) => {
            const [, number, kind] = /^\| (\d+) \| ([RPMTB])/.exec(line) ?? [];
            return number
              ? [[Number(number), { kind, line: line.replaceAll("*", "") }] as const]
              : [];
          }),
      );
      for (const { number, kind, quotes } of DUTIES) {
        expect(rows.get(number)?.kind).toBe(kind);
        for (const quote of quotes) expect(rows.get(number)?.line).toContain(quote);
      }
    });
  },
);
