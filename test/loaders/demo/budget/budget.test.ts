import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONVENTIONS } from "../../../../loaders/demo/budget/conventions.js";
import { shareOut } from "../../../../loaders/demo/budget/spendingFile.js";
import { economy, rowsOf } from "../economy.js";

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
const cents = (text: string): number => Math.round(Number(text) * 100);

/** Figures of the agreements (impact, §2.2). */
describe("budget", () => {
  it("states what the agreements state", () => {
    const of2023 = CONVENTIONS.filter(({ name }) => name === "DGEFP–DGE 2023");
    expect(sum(of2023.map(({ ae }) => ae))).toBe(600_000);
    expect(sum(of2023.map(({ cp }) => cp!))).toBe(673_032);
    const amendment = CONVENTIONS.find(({ aeTotal }) => aeTotal !== undefined)!;
    expect(amendment.aeTotal).toBe(100_000 + amendment.ae);
    const of2019 = CONVENTIONS.filter(({ signed }) => signed.month === 2019 * 12 + 6);
    expect(sum(of2019.map(({ ae }) => ae))).toBe(400_000);
  });

  it("has posts that add up to each agreement, what is left of earlier years included", () => {
    for (const { ae, cp, carriedOver, posts } of CONVENTIONS) {
      expect(sum(posts.map((post) => post.ae))).toBe(ae);
      expect(sum(posts.map((post) => post.cp))).toBe(cp ?? ae);
      expect((cp ?? ae) - (carriedOver ?? 0)).toBe(ae);
    }
  });

  it("spends month by month exactly what the agreements give", async () => {
    const summary = await economy();
    const conventions = await rowsOf(summary, "conventions");
    const spending = await rowsOf(summary, "depenses");
    expect(conventions.length).toBe(CONVENTIONS.length);
    for (const { convention, startup, ae, cp } of conventions) {
      const own = spending.filter(
        (row) => row.convention === convention && row.startup === startup,
      );
      for (const column of ["ae_engage", "ae_prevu"]) {
        expect(sum(own.map((row) => cents(row[column]!)))).toBe(cents(ae!));
      }
      for (const column of ["cp_paye", "cp_prevu"]) {
        expect(sum(own.map((row) => cents(row[column]!)))).toBe(cents(cp || ae!));
      }
    }
  });

  it("tells nothing of an agreement before it was signed, nor of a month to come", async () => {
    const summary = await economy({ batch: "2303", months: 12 });
    const spending = await rowsOf(summary, "depenses");
    expect(spending.at(-1)!.mois).toBe("2023-02-01");
    expect(spending.every(({ mois }) => mois! < "2023-03-01")).toBe(true);
  });

  it("shares out to the cent whatever the weights", () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), {
      minLength: 1,
      maxLength: 24,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (euros, parts) => {
        const shares = shareOut(euros, parts).map(cents);
        expect(sum(shares)).toBe(euros * 100);
        expect(shares.every((share) => share >= 0)).toBe(true);
      }),
    );
  });
});
