import { expect, test } from "vitest";
import { nonBreaking, nonBreakingHtml } from "../../../src/lib/format/typography.js";

test("keeps French punctuation on the line of its word", () => {
  expect(nonBreaking("Qui ? Lui ; elle : « eux » !")).toBe(
    "Qui\u202f? Lui\u202f; elle\u00a0: «\u00a0eux\u00a0»\u202f!",
  );
  expect(nonBreaking("95 % et 3 €")).toBe("95\u00a0% et 3\u00a0€");
});

test("leaves addresses and a sentence already set as they are", () => {
  expect(nonBreaking("https://exemple.fr/?a=b;c")).toBe("https://exemple.fr/?a=b;c");
  expect(nonBreaking(nonBreaking("Qui ?"))).toBe(nonBreaking("Qui ?"));
});

test("groups of three digits stay together, numbers that follow one another do not", () => {
  expect(nonBreaking("1 280 pixels, 1 234 567,5 €")).toBe(
    "1\u202f280 pixels, 1\u202f234\u202f567,5\u00a0€",
  );
  expect(nonBreaking("en 2018 250 lignes, T1 2026, le 1er 100")).toBe(
    "en 2018 250 lignes, T1 2026, le 1er 100",
  );
});

test("guillemets keep their spaces on both sides, whatever the punctuation around", () => {
  expect(nonBreaking("(« a », « b ») : c")).toBe("(«\u00a0a\u00a0», «\u00a0b\u00a0»)\u00a0: c");
});

test("in a page, words change and code, scripts, addresses do not", () => {
  expect(
    nonBreakingHtml(
      '<body><script>a ? b : c</script><p title="a : b">Quoi ? <code>x ? y</code> Lui :</p></body>',
    ),
  ).toBe(
    '<body><script>a ? b : c</script><p title="a : b">Quoi\u202f? <code>x ? y</code> Lui\u00a0:</p></body>',
  );
});
