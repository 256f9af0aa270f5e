import { describe, expect, test } from "vitest";
import { parsePerimeter } from "../../../loaders/agents/perimeter.js";

/** Codes and names are those of the Code officiel géographique (Insee). */
describe("parsePerimeter", () => {
  test("one code is a région, with its départements", () => {
    expect(parsePerimeter("27")).toEqual({
      key: "reg-27",
      label: "Bourgogne-Franche-Comté",
      departements: ["21", "25", "39", "58", "70", "71", "89", "90"],
    });
  });

  test.each([
    ["75,92", "dep-75-92", "Paris, Hauts-de-Seine"],
    ["92, 75,75", "dep-75-92", "Paris, Hauts-de-Seine"],
    ["27,", "dep-27", "Eure"],
    ["dep:27", "dep-27", "Eure"],
    ["2a,2B", "dep-2A-2B", "Corse-du-Sud, Haute-Corse"],
  ])("« %s » is a list of départements, whatever its order", (text, key, label) => {
    expect(parsePerimeter(text)).toMatchObject({ key, label });
  });

  test("nothing is France, which leaves nobody out", () => {
    expect(parsePerimeter(undefined)).toEqual({
      key: "FR",
      label: "France entière",
      departements: undefined,
    });
  });

  test.each([
    ["99", /« 99 » n’est pas un code de région/, /27 Bourgogne-Franche-Comté/],
    ["", /« » n’est pas|« {2}» n’est pas/, /53 Bretagne/],
    ["75,00", /« 00 » n’est pas un code de département/, /75 Paris/],
    [",", /aucun code de département/, /2A Corse-du-Sud/],
    ["../..,", /n’est pas un code de département/, /75 Paris/],
  ])("« %s » is a mistake of usage that lists the valid codes", (text, message, remedy) => {
    expect(() => parsePerimeter(text)).toThrow(
      expect.objectContaining({
        code: "unknown-perimeter",
        exitCode: 2,
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      }),
    );
  });
});
