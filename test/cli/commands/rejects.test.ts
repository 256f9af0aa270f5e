import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { ingest } from "../../../loaders/ingest/ingest.js";

const ROW = "1;14;11111111800014;77;202631;1;10;20";

let root: string;

function vigie(...args: string[]) {
  const all = ["bin/vigie.js", "rejects", "--data", root, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

async function put(batch: string, rows: readonly string[]): Promise<void> {
  const extracts = join(root, "extracts");
  mkdirSync(join(extracts, batch), { recursive: true });
  const header = "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due";
  const text = [header, ...rows].join("\n");
  writeFileSync(join(extracts, batch, "sigfaible_cotisdues.csv"), `${text}\n`);
  await ingest({ batch, extracts, snapshots: join(root, "snapshots"), filter: false });
}

describe("vigie rejects", () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "vigie-rejects-"));
    await put("2609", [ROW]);
    await put("2610", [ROW, ROW.replace(";10;", ";=1+1;"), "1;14", ROW.replace("118", "18")]);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test("tells the line, the column, the value and the reason, and shows the line", () => {
    const { status, stdout } = vigie();
    expect(status).toBe(0);
    expect(stdout).toContain(
      "sigfaible_cotisdues.csv, ligne 2, colonne enc_direct : « =1+1 » n’est pas un montant [type-error]\n  1;14;11111111800014;77;202631;1;=1+1;20\n",
    );
    expect(stdout).toMatch(/siret-lost-zeros +Siret +1 +SIRET qui a perdu ses zéros/);
    expect(stdout).toContain("ligne 3 : 2 cellules au lieu de 8 [missing-cell]");
  });

  test("keeps to a code and to a number of lines, and counts the others", () => {
    const one = vigie("--code", "missing-cell", "--json");
    expect(JSON.parse(one.stdout)).toMatchObject({
      batch: "2610",
      faults: [{ source: "cotisation", code: "missing-cell", column: null, rows: 1 }],
      rejects: [{ line: 3, code: "missing-cell", value: null, raw: "1;14" }],
    });
    expect(vigie("--limit", "1").stdout).toContain("… et 2\u00a0autres lignes (--limit, --csv)");
  });

  test("copies all the lines to a private CSV that no spreadsheet runs", () => {
    const csv = join(root, "rejets.csv");
    expect(vigie("--csv", csv, "--limit", "1").stdout).toContain("3\u00a0lignes écrites");
    const text = readFileSync(csv, "utf8");
    expect(text).toContain("sigfaible_cotisdues.csv,2,type-error,enc_direct,'=1+1,");
    expect(text.trim().split("\r\n")).toHaveLength(4);
    expect(statSync(csv).mode & 0o777).toBe(0o600);
  });

  test("says so when no line was rejected", () => {
    const { status, stdout } = vigie("--batch", "2609");
    expect(status).toBe(0);
    expect(stdout).toBe("Lot 2609 : aucune ligne rejetée.\n");
  });

  test.each([
    [["--source", "debit"], "aucune source « debit » dans le lot 2610. Choisir parmi : cotisation"],
    [["--file", "x.csv"], "aucun fichier « x.csv » dans le lot 2610. Choisir parmi : sigfaible"],
    [
      ["--code", "typo"],
      "« typo » n’est pas une anomalie du vocabulaire. Choisir parmi : missing-cell",
    ],
    [["--batch", "2608"], "le lot 2608 n’a pas été importé"],
  ])("answers %j with what there is, and exit code 2", (args, message) => {
    const { status, stderr } = vigie(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
