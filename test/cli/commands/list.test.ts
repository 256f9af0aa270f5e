import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { listOf, modelOf } from "../../models/lists/economy.js";

const [A, B] = ["300000007", "300000015"] as const;
let root: string;

function vigie(...args: string[]) {
  const places = [
    "--data",
    root,
    "--registry",
    join(root, "registry"),
    "--dist",
    join(root, "dist"),
  ];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bin/vigie.js", "list", "--batch", "2610", ...places, ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("vigie list", () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "vigie-list-"));
    await listOf(root, {
      batch: "2610",
      model: modelOf("voit"),
      companies: [
        { siren: A, level: "fort", departement: "75", planUntil: "2027-01-01" },
        { siren: B, level: "modere" },
      ],
    });
    // As if it had never been made: the command makes it.
    rmSync(join(root, "lists"), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test("makes the list, tells its volumes, and counts what the filters keep", () => {
    const { status, stdout } = vigie("--json", "--departement", "21");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ name: "Octobre 2026", levels: { fort: 1, modere: 1, aucun: 0 }, changes: null },
      chosen: { total: 1, fort: 0, modere: 1, firstAlerts: 1 },
    });
  });

  test("writes the 24 columns of domain §5.2 to a file that only its owner reads", () => {
    const file = join(root, "liste.csv");
    expect(vigie("--csv", file, "--sans-delai").status).toBe(0);
    const [head, ...rows] = readFileSync(file, "utf8").trimEnd().split("\r\n");
    expect(head!.split(",")).toHaveLength(24);
    expect(rows.map((row) => row.split(",")[1])).toEqual([B]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test("never writes names of companies in the folder of the sites, even through a link", () => {
    mkdirSync(join(root, "dist/public"), { recursive: true });
    symlinkSync(join(root, "dist/public"), join(root, "ailleurs"));
    for (const file of ["dist/public/liste.csv", "ailleurs/liste.csv"]) {
      const { status, stderr } = vigie("--csv", join(root, file));
      expect(status).toBe(2);
      expect(stderr).toContain("dont le contenu est publié");
      expect(existsSync(join(root, file))).toBe(false);
    }
  });

  test("an unknown département is refused with those there are", () => {
    const { status, stderr } = vigie("--departement", "99");
    expect(status).toBe(2);
    expect(stderr).toMatch(/département inconnu : « 99 »\. Attendu : 01, 02/);
  });
});
