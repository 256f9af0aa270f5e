import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { readManifest } from "../../../loaders/ingest/manifest.js";
import { readRejects } from "../../../loaders/ingest/rejects.js";
import type { IngestReport } from "../../../loaders/ingest/report.js";
import { VigieError } from "../../../src/lib/error.js";
import { BatchFolder, COTISATION, EFFECTIF_ENT } from "./batchFolder.js";

const NAME = "sigfaible_cotisdues.csv";
const ROW = "1;14;11111111111111;77;202631;1;10;20";

async function fails(work: Promise<unknown>): Promise<VigieError> {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof VigieError)) throw error ?? new Error("nothing was thrown");
  return error;
}

const rejects = (file: string) => withDuckDB((connection) => readRejects(connection, file));

describe("the account of lines", () => {
  test("counts every line once: valid, rejected, skipped or blank", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [
      COTISATION,
      ROW,
      "",
      "1;14;11111111111111;77;202631;1;n.c.;20",
      "1;14;11111111111111",
      `${ROW};x`,
      "1;14;;77;202631;1;10;20",
      "   ",
      ROW,
    ]);
    const { files } = await folder.ingest();
    expect(files[0]).toMatchObject({ parsed: 6, valid: 2, rejected: 3, skipped: 1, blank: 2 });
    expect(files[0]!.messages).toEqual([
      "Line 3: enc_direct: « n.c. » n’est pas un montant [type-error]",
      "Line 4: 3 cellules au lieu de 8 [missing-cell]",
      "Line 5: 9 cellules au lieu de 8 [extra-cell]",
    ]);
    expect(files[0]!.skips).toEqual([
      {
        reason: "aucun SIRET connu pour le compte à cette date",
        rows: 1,
        code: "account-without-siret",
      },
    ]);
  });

  test("keeps every rejected row in the snapshot, as it was", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION, "1;14;11111111111111;77;2026;1;10;20", ROW]);
    const { files, snapshot } = await folder.ingest();
    expect(await rejects(join(snapshot, files[0]!.rejectsFile!))).toEqual([
      {
        line: 1,
        code: "type-error",
        column: "periode",
        value: "2026",
        message: "« 2026 » n’est pas une période Urssaf (AA)AATM",
        raw: "1;14;11111111111111;77;2026;1;10;20",
      },
    ]);
    expect(files[0]!.faults).toEqual([{ code: "type-error", column: "periode", rows: 1 }]);
  });

  test("gives 200 messages and all the rejected rows", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION, ...Array.from({ length: 250 }, () => "1;2;3")]);
    const { files, snapshot } = await folder.ingest();
    expect(files[0]!.messages).toHaveLength(200);
    expect(await rejects(join(snapshot, files[0]!.rejectsFile!))).toHaveLength(250);
  });
});

describe("the reading of a file", () => {
  const spellings: Record<string, string | Uint8Array> = {
    "line feeds": `${COTISATION}\n${ROW}\n`,
    "carriage returns and line feeds": `${COTISATION}\r\n${ROW}\r\n`,
    "a byte order mark": `\uFEFF${COTISATION}\n${ROW}\n`,
    "no last line ending": `${COTISATION}\n${ROW}`,
    "labels in capitals": `${COTISATION.toUpperCase()}\n${ROW}\n`,
    "columns in another order":
      "cotis_due;enc_direct;periode;Compte;Siret;mer;Dep\n20;10;202631;77;11111111111111;1;14\n",
    "one more column": `${COTISATION};nouveau\n${ROW};x\n`,
    "Latin-9": Buffer.from(`${COTISATION};Libellé\n${ROW};été\n`, "latin1"),
    "UTF-16": Buffer.from(`\uFEFF${COTISATION}\n${ROW}\n`, "utf16le"),
    "carriage returns alone": `${COTISATION}\r${ROW}\r`,
    "line endings of two kinds": `${COTISATION}\r${ROW}\r\n`,
    tabulations: `${COTISATION}\n${ROW}\n`.replaceAll(";", "\t"),
    "decimal commas": `${COTISATION}\n${ROW.replace("10;20", "10,00;20,0")}\n`,
  };
  for (const [spelling, content] of Object.entries(spellings))
    test(`gives the same table with ${spelling}`, async () => {
      const folder = await BatchFolder.create();
      await folder.put(NAME, content);
      await folder.ingest();
      expect(await folder.read("SELECT * FROM cotisation")).toEqual([
        {
          siret: "11111111111111",
          compte: "77",
          periode_debut: "2026-07-01",
          periode_fin: "2026-08-01",
          enc_direct: "10.00",
          cotis_due: "20.00",
        },
      ]);
    });

  test("sees through gzip", async () => {
    const folder = await BatchFolder.create();
    await folder.put(`${NAME}.gz`, gzipSync(`${COTISATION}\n${ROW}\n`));
    const { files } = await folder.ingest();
    expect(files[0]).toMatchObject({ source: "cotisation", valid: 1, fatal: null });
  });

  test("keeps a plain quote of an Urssaf file and pairs those of a DARES file", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION, ROW.replace("77", 'a"7')]);
    await folder.put("consommation_ap.csv", [
      '"ID_DA","ETAB_SIRET","HEURES","MONTANTS","EFFECTIFS","MOIS"',
      '"a,""b""","11111111111111",3.5,214.0,0.0,"2026-07-01"',
      '"a"b,"11111111111111",3.5,214.0,0.0,"2026-07-01"',
    ]);
    const { files } = await folder.ingest();
    expect(await folder.read("SELECT compte FROM cotisation")).toEqual([{ compte: 'a"7' }]);
    expect(await folder.read("SELECT id_da FROM apconso")).toEqual([{ id_da: 'a,"b"' }]);
    expect(files.find(({ source }) => source === "apconso")!.messages).toEqual([
      "Line 2: guillemets mal fermés [unclosed-quote]",
    ]);
  });

  test("says once which columns it does not know", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [`${COTISATION};nouveau`, `${ROW};x`]);
    const { files } = await folder.ingest();
    expect(files[0]!.notices[0]).toBe("colonnes inconnues, ignorées : « nouveau » [extra-label]");
  });

  test("appends the files of one source in the order of their names", async () => {
    const folder = await BatchFolder.create();
    const row = (siret: string) => `77;${siret};X;1;1;5;1;1`;
    const header = "compte;siret;rais_soc;ape_ins;dep;eff202631;base;UR_EMET";
    await folder.put("b_effectif_siret.csv", [header, row("22222222222222")]);
    await folder.put("a_effectif_siret.csv", [header, row("11111111111111")]);
    await folder.ingest();
    expect(await folder.read("SELECT siret FROM effectif")).toEqual([
      { siret: "11111111111111" },
      { siret: "22222222222222" },
    ]);
  });
});

describe("a file that cannot be read", () => {
  const faults: Record<string, { content: string | Uint8Array; says: RegExp }> = {
    "without a required column": {
      content: `${COTISATION.replace(";cotis_due", "")}\n`,
      says: /sigfaible_cotisdues\.csv : colonne absente de l’en-tête : « cotis_due ».*missing-label/,
    },
    "with a column twice": {
      content: `${COTISATION};PERIODE\n`,
      says: /« periode » figure deux fois.*duplicate-label/,
    },
    "separated otherwise": {
      content: COTISATION.replaceAll(";", "::"),
      says: /vérifier le séparateur/,
    },
    empty: { content: "", says: /sigfaible_cotisdues\.csv est vide.*source-error/ },
    "in UTF-8 and Latin-9": {
      content: Buffer.concat([
        Buffer.from(`${COTISATION}\n${ROW}\n1;14;café\n`),
        Buffer.from("1;14;caf\xe9\n", "latin1"),
      ]),
      says: /la ligne 3 n’est pas en UTF-8.*encoding-error/,
    },
    "with a null byte": {
      content: `${COTISATION}\n${ROW}\n${ROW}\0\n`,
      says: /la ligne 2 contient l’octet de contrôle 0x00.*source-error/,
    },
    "without SIRET nor accounts": {
      content: COTISATION.replace("Siret;", ""),
      says: /« siret ».*sigfaible_etablissement_utf8\.csv.*missing-label/,
    },
  };
  for (const [fault, { content, says }] of Object.entries(faults))
    test(`${fault}: says what and how to repair it, and reads the others`, async () => {
      const folder = await BatchFolder.create();
      await folder.put(NAME, content);
      await folder.put("sigfaible_effectif_siren.csv", [EFFECTIF_ENT, "111111111;1;2;;A"]);
      const error = await fails(folder.ingest());
      const { files, complete } = error.details as IngestReport;
      expect(error).toMatchObject({ code: "incomplete-batch", exitCode: 1 });
      expect(complete).toBe(false);
      expect(files.find(({ source }) => source === "cotisation")!.fatal).toMatch(says);
      expect(files.find(({ source }) => source === "effectif_ent")!.valid).toBe(1);
    });

  test("truncated gzip: says so", async () => {
    const folder = await BatchFolder.create();
    await folder.put(`${NAME}.gz`, gzipSync(`${COTISATION}\n${ROW}\n`).subarray(0, 40));
    const { files } = (await fails(folder.ingest())).details as IngestReport;
    expect(files[0]!.fatal).toMatch(/archive gzip illisible ou tronquée/);
  });

  test("leaves the former snapshot in place and puts the new one aside", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION, ROW]);
    await folder.ingest();
    const before = await realpath(join(folder.snapshots, "2610"));
    await folder.put(NAME, [COTISATION.replace("periode", "p")]);
    await fails(folder.ingest());
    expect(await realpath(join(folder.snapshots, "2610"))).toBe(before);
    expect((await readManifest(join(folder.snapshots, "2610.incomplete"))).complete).toBe(false);
    expect(await folder.read("SELECT count(*)::INTEGER AS rows FROM cotisation")).toEqual([
      { rows: 1 },
    ]);
  });

  test("is published when it is asked for, marked incomplete", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, "");
    const report = await folder.ingest({ allowIncomplete: true });
    expect(report.complete).toBe(false);
    expect((await readManifest(join(folder.snapshots, "2610"))).complete).toBe(false);
  });
});

describe("a folder that cannot be used", () => {
  test("without extracts: names it and says what to put there", async () => {
    const folder = await BatchFolder.create();
    await folder.put("lisezmoi.csv", "bonjour");
    expect(await fails(folder.ingest())).toMatchObject({ code: "extracts-missing", exitCode: 1 });
    expect(existsSync(folder.snapshots)).toBe(false);
  });

  test("with a file both compressed and not: asks which", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION]);
    await folder.put(`${NAME}.gz`, gzipSync(COTISATION));
    expect(await fails(folder.ingest())).toMatchObject({ code: "extracts-twice" });
  });

  test("where a file is in the way: names the path", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION, ROW]);
    await writeFile(join(folder.root, "occupied"), "");
    const snapshots = join(folder.root, "occupied", "snapshots");
    const error = await fails(folder.ingest({ snapshots }));
    expect(error).toMatchObject({ code: "write-error", exitCode: 2 });
    expect(error.message).toContain("occupied");
  });

  test("a key that is no batch: says what one is", async () => {
    const folder = await BatchFolder.create();
    expect(await fails(folder.ingest({ batch: "2613" }))).toMatchObject({
      code: "batch-key",
      exitCode: 2,
    });
  });
});

describe("a snapshot", () => {
  test("has the same bytes from the same extracts, wherever they are", async () => {
    const prints = [];
    for (let run = 0; run < 2; run++) {
      const folder = await BatchFolder.create();
      await folder.put(NAME, [COTISATION, ROW, "1;2", ROW.replace("1111", "2222")]);
      const { snapshot } = await folder.ingest();
      const names = await readdir(snapshot, { recursive: true, withFileTypes: true });
      const files = names.filter((entry) => entry.isFile());
      prints.push(
        await Promise.all(
          files.map(async (entry) => {
            const bytes = await readFile(join(entry.parentPath, entry.name));
            return `${entry.name} ${createHash("sha256").update(bytes).digest("hex")}`;
          }),
        ),
      );
    }
    expect(prints[0]!.sort()).toEqual(prints[1]!.sort());
  });

  test("holds every table, empty when its source is absent", async () => {
    const folder = await BatchFolder.create();
    await folder.put(NAME, [COTISATION, ROW]);
    const { tables } = await folder.ingest();
    expect(tables.map(({ table }) => table)).toContain("clean_procol_at_date");
    expect(
      await folder.read("SELECT siren, periode, libelle_procol FROM clean_procol_at_date"),
    ).toEqual([]);
    expect(await folder.read("SELECT longitude, region FROM clean_sirene")).toEqual([]);
  });

  test("is found in a folder per batch, and marked fictitious by its marker file", async () => {
    const folder = await BatchFolder.create();
    await mkdir(join(folder.extracts, "2610"));
    await folder.put(join("2610", NAME), [COTISATION, ROW]);
    await folder.put(join("2610", "donnees-fictives.json"), "{}");
    const report = await folder.ingest();
    expect(report.fictitious).toBe(true);
    expect(report.files.map(({ file }) => file)).toEqual([NAME]);
  });

  test("leaves no work behind, and keeps one former version", async () => {
    const folder = await BatchFolder.create();
    for (const due of [1, 2, 3]) {
      await folder.put(NAME, [COTISATION, ROW.replace("10;20", `10;${due}`)]);
      await folder.ingest();
    }
    expect((await readdir(folder.snapshots)).sort()).toEqual([".store", "2610"]);
    expect(await readdir(join(folder.snapshots, ".store"))).toHaveLength(2);
  });

  test("alerts when the share of rejected rows jumps from one batch to the next", async () => {
    const folder = await BatchFolder.create();
    const rows = Array.from({ length: 100 }, () => ROW);
    await folder.put(NAME, [COTISATION, ...rows]);
    expect((await folder.ingest({ batch: "2609" })).alerts).toEqual([]);
    await folder.put(NAME, [COTISATION, ...rows, ...Array.from({ length: 25 }, () => "1;2")]);
    expect((await folder.ingest()).alerts).toEqual([
      expect.objectContaining({ id: "cotisation.rejected", before: 0, now: 0.2, accepted: null }),
    ]);
  });

  test("dates each source by its own rows", async () => {
    const folder = await BatchFolder.create();
    const future = ROW.replace("202631", "202711");
    const partial = ROW.replace("202631", "202632");
    await folder.put(NAME, [COTISATION, ROW, ROW, ROW, partial, future]);
    await folder.ingest();
    const { freshness } = await readManifest(join(folder.snapshots, "2610"));
    expect(freshness.find(({ source }) => source === "cotisation")!.date).toBe("2026-07-01");
    expect(freshness.find(({ source }) => source === "debit")!.date).toBeNull();
  });
});
