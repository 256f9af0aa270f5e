import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placesOf } from "../../cli/flow/places.js";
import { chooseBatch, share, specName, wholeNumber } from "../../cli/options.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

describe("chooseBatch", () => {
  it("takes the latest batch that has extracts", () => {
    const data = temporaryFolder();
    for (const batch of ["2609", "2610", "not-a-batch"]) {
      mkdirSync(join(data, "extracts", batch), { recursive: true });
    }
    expect(chooseBatch(undefined, placesOf({ data }))).toBe("2610");
  });

  it("says how to get extracts when there are none", () => {
    expect(() => chooseBatch(undefined, placesOf({ data: "/nowhere" }))).toThrow(
      expect.objectContaining({
        code: "no-batch",
        exitCode: 2,
        remedy: expect.stringContaining("vigie demo"),
      }),
    );
  });
});

describe("option values", () => {
  it("reads whole numbers and shares within their bounds", () => {
    expect([wholeNumber(1)("3000"), share("0.002"), share("1")]).toEqual([3000, 0.002, 1]);
  });

  it.each([
    () => wholeNumber(1)("0"),
    () => wholeNumber(1)("1.5"),
    () => wholeNumber(1)("mille"),
    () => share("2"),
    () => share("-0.1"),
  ])("refuses what is out of bounds, as a usage error", (parse) => {
    expect(parse).toThrow(expect.objectContaining({ code: "usage", exitCode: 2 }));
  });

  it("names a specification by its file or its name", () => {
    expect([specName("models/specs/defaut.ts"), specName("defaut")]).toEqual(["defaut", "defaut"]);
  });
});
