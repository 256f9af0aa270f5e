import { expect, it } from "vitest";
import { nonBreaking } from "../../../src/lib/format/typography.js";

it("keeps French punctuation on the line of its word", () => {
  expect(nonBreaking("Qui ? Lui ; elle : « eux » !")).toBe(
    "Qui\u202f? Lui\u202f; elle\u00a0: «\u00a0eux\u00a0»\u202f!",
  );
  expect(nonBreaking("95 % et 3 €")).toBe("95\u00a0% et 3\u00a0€");
});

it("leaves addresses and a sentence already set as they are", () => {
  expect(nonBreaking("https://exemple.fr/?a=b;c")).toBe("https://exemple.fr/?a=b;c");
  expect(nonBreaking(nonBreaking("Qui ?"))).toBe(nonBreaking("Qui ?"));
});
