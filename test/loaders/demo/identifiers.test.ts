import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accountNumber,
  fictitiousSiren,
  luhnKey,
  nicOfRank,
} from "../../../loaders/demo/identifiers.js";

describe("luhnKey", () => {
  it("agrees with the SIREN of La Poste, 356000000, and of the INSEE, 120027016", () => {
    expect(luhnKey("35600000")).toBe(0);
    expect(luhnKey("12002701")).toBe(6);
  });
});

describe("fictitiousSiren", () => {
  it("has nine digits, begins as a company's and never has the right key", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (index) => {
        const siren = fictitiousSiren(index);
        expect(siren).toMatch(/^[3-9]\d{8}$/);
        expect(Number(siren[8])).not.toBe(luhnKey(siren.slice(0, 8)));
      }),
    );
  });

  it("is never given twice", () => {
    const all = new Set(Array.from({ length: 50_000 }, (_, index) => fictitiousSiren(index)));
    expect(all.size).toBe(50_000);
  });
});

it("a NIC never looks like a pseudo-SIRET (first digit 5, 6, 7 or 9)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), (rank) => {
      expect(nicOfRank(rank)).toMatch(/^[0-4]\d{4}$/);
    }),
  );
});

it("an account number has eighteen digits", () => {
  expect(accountNumber("117", 42, 3)).toBe("117000000042000003");
});
