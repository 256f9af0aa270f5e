import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEMO_MARKER } from "../../../loaders/demo/marker.js";
import { economy, linesOf, rowsOf } from "./economy.js";

const hashes = ({ files }: Awaited<ReturnType<typeof economy>>): string[] =>
  files.map(({ sha256 }) => sha256);

describe("writeDemo", () => {
  it("gives the same bytes for the same parameters, others for another seed", async () => {
    const [a, b, c] = [await economy(), await economy(), await economy({ seed: 8 })];
    expect(hashes(a)).toEqual(hashes(b));
    // The agreements are what they are, whatever the economy; so few companies have no follow-up.
    const drawn = c.files.filter(({ source, rows }) => source !== "conventions" && rows > 0);
    for (const { sha256 } of drawn) expect(hashes(a)).not.toContain(sha256);
  });

  it("gives the same bytes whatever the number of threads, faults included", async () => {
    const options = { companies: 620, months: 12, dirt: 0.01 };
    const [one, two] = [await economy(options), await economy({ ...options, workers: 2 })];
    expect(hashes(two)).toEqual(hashes(one));
    expect(two.headlines).toEqual(one.headlines);
    expect(two.faults).toEqual(one.faults);
  }, 60_000);

  it("leaves the SIRET out of four files of the former generation, and nothing else", async () => {
    const [now, former] = [await economy(), await economy({ generation: "sans-siret" })];
    for (const source of ["cotisation", "debit", "delai", "ccsf"] as const) {
      const without = (await rowsOf(now, source)).map(({ Siret, ...row }) => row);
      expect(await rowsOf(former, source)).toEqual(without);
    }
    const others = (summary: typeof now) =>
      summary.files.filter(
        ({ source }) => !["cotisation", "debit", "delai", "ccsf"].includes(source),
      );
    expect(others(former)).toEqual(others(now));
  });

  it("gives the activity of the NAF 2025 from May 2026 on, no column before", async () => {
    const [before, after] = [await economy({ batch: "2604" }), await economy({ batch: "2605" })];
    const column = "activitePrincipaleNAF25UniteLegale";
    for (const row of await rowsOf(before, "sirene_ul")) expect(row).not.toHaveProperty(column);
    for (const row of await rowsOf(after, "sirene_ul")) {
      expect(row[column]).toMatch(/^\d{2}\.\d{2}[G-MY]$/);
    }
  });

  it("keeps the first companies when there are more of them", async () => {
    const [few, many] = [await economy({ companies: 30 }), await economy()];
    for (const source of ["cotisation", "sirene", "procol"] as const) {
      const start = await linesOf(few, source);
      expect((await linesOf(many, source)).slice(0, start.length)).toEqual(start);
    }
  });

  it("continues a batch in the next one: all stays but the dues of the last month, not payable yet", async () => {
    const before = await economy({ batch: "2609", months: 24 });
    const after = await economy({ batch: "2610", months: 25, companies: 62 });
    for (const source of [
      ...(["cotisation", "debit", "delai", "procol", "paydex", "bdf"] as const),
      ...(["listes_detection", "evaluations_liste", "accompagnements", "depenses"] as const),
    ]) {
      const now = new Set(await linesOf(after, source));
      const lost = (await linesOf(before, source)).filter(
        (line) => !now.has(line) && !/;202632;0[.,]00;0[.,]00;/.test(line),
      );
      expect(lost).toEqual([]);
    }
  });

  it("signs the folder as fictitious, with the parameters that give it back", async () => {
    const { folder } = await economy();
    const marker = JSON.parse(await readFile(join(folder, DEMO_MARKER), "utf8"));
    expect(marker.parametres).toEqual({
      batch: "2610",
      companies: 60,
      months: 24,
      seed: 7,
      dirt: 0,
      generation: "avec-siret",
    });
    expect(marker.avertissement).toMatch(/fictifs/);
  });

  it("replaces its own folder but never one with other files", async () => {
    const { folder } = await economy();
    const out = join(folder, "..");
    await expect(economy({ out })).resolves.toMatchObject({ folder });
    const real = await economy({ out: join(out, "real") });
    const other = join(real.folder, "..", "2609");
    await mkdir(other);
    await writeFile(join(other, "sigfaible_debits.csv"), "");
    await expect(economy({ out: join(out, "real"), batch: "2609" })).rejects.toMatchObject({
      code: "demo-not-fictitious",
      exitCode: 2,
    });
  });

  it.each([
    [{ companies: 0 }, "demo-companies"],
    [{ dirt: 0.9 }, "demo-dirt"],
    [{ dirt: Number.NaN }, "demo-dirt"],
    [{ batch: "abcd" }, "batch-key"],
    [{ months: 3 }, "demo-months"],
  ])("refuses %o", async (options, code) => {
    await expect(economy(options)).rejects.toMatchObject({ code, exitCode: 2 });
  });
});
