import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskIdentifiers, maskValues, shapeOf } from "../../src/lib/shape.js";

describe("the shape of a value", () => {
  test.each([
    ["12/13/2024", "##/##/####"],
    ["732 829 320", "### ### ###"],
    ["Société Générale", "Aaaaaaa Aaaaaaaa"],
    ["-1 234,50 €", "-# ###,## €"],
    ["１２３", "###"],
    ["", ""],
  ])("of « %s » is « %s »", (text, shape) => expect(shapeOf(text)).toBe(shape));

  test("holds no digit and no letter but a and A, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(shapeOf(text)).toMatch(/^[#aA\p{P}\p{Z}+<=>|~^`$€]*$/u);
      }),
    );
  });

  test("cuts a long value, a line of 10 MB too", () => {
    expect(shapeOf("7".repeat(10_000_000))).toBe(`${"#".repeat(40)}…`);
  });
});

describe("a sentence for the public", () => {
  test("shows no identifier, with or without spaces", () => {
    expect(maskIdentifiers("voir 732829320, le 12/03/2026, et 732 829 320 00074")).toBe(
      "voir #########, le 12/03/2026, et ### ### ### #####",
    );
  });

  test("shows the shape of what it quotes, whatever the spaces within the quotes", () => {
    expect(maskValues("valeur nouvelle : « Dupont », «\u00a0A12\u00a0»")).toBe(
      "valeur nouvelle : « Aaaaaa », «\u00a0A##\u00a0»",
    );
  });
});
