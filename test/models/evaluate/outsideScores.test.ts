import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOutsideScores } from "../../../models/evaluate/outsideScores.js";
import { monthOf } from "../../../src/lib/month.js";

const folder = mkdtempSync(join(tmpdir(), "vigie-scores-"));

function read(text: string) {
  const file = join(folder, "scores.csv");
  writeFileSync(file, text);
  return readOutsideScores(file);
}

describe("readOutsideScores", () => {
  it("reads columns in any order, with commas or semicolons, quoted or not", async () => {
    const expected = [{ siren: "012345678", month: monthOf("2024-11"), probability: 0.25 }];
    expect(await read("date,siren,probability\n2024-11-01,012345678,0.25\n")).toEqual(expected);
    expect(
      await read('\uFEFF"siren";"probability";"date"\r\n"012345678";0.25;2024-11\r\n'),
    ).toEqual(expected);
  });

  it.each([
    ["siren,date\n1,2", "colonne « probability » absente"],
    ["siren,probability,date\n12345678,0.1,2024-11", "ligne 2, colonne « siren » : « 12345678 »"],
    ["siren,probability,date\n123456789,1.5,2024-11", "ligne 2, colonne « probability » : « 1.5 »"],
    ["siren,probability,date\n123456789,,2024-11", "ligne 2, colonne « probability » : «  »"],
    ["siren,probability,date\n123456789,0.1,11/2024", "ligne 2, colonne « date » : « 11/2024 »"],
    [
      "siren,probability,date\n123456789,0.1,2024-11-01\n123456789,0.2,2024-11-30",
      "lignes 2 et 3 : deux scores pour 123456789",
    ],
  ])("names the line, the column and the value it refuses (%j)", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
