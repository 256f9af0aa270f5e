import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { isHeader, readHeader } from "../../../loaders/ingest/header.js";
import { LAYOUTS } from "../../../loaders/sources/layouts.js";
import { misesEnRelation } from "../../../loaders/sources/misesEnRelation.js";
import { BatchFolder } from "../ingest/batchFolder.js";

const LABELS = LAYOUTS.mises_en_relation.header;

/** Written in every nominative cell: it must be found nowhere afterwards. */
const SECRET = "Zébulon-Ravachol";

const refused = (label: string) => misesEnRelation.refused!.includes(label);

const MATCH: Record<string, string> = {
  "Date de sollicitation": "05/01/2026 09:12",
  "Id de la sollicitation": "41",
  "Type de source": "Iframe",
  "Code NAF": "4618Z",
  Effectifs: "20 à 49 salariés",
  "Statut de la sollicitation": "Mise en relation",
  "Date de transmission du besoin": "06/01/2026 10:00",
  "Identifiant du besoin": "52",
  "Id de la mise en relation": "63",
  "Statut de la mise en relation": "Clôturé",
  "Date de prise en charge": "08/01/2026",
  "Statut du besoin": "Clôturé",
  "Satisfaction - rappel": "oui",
};

/** A line of the export, its nominative cells all filled in. */
function line(cells: Record<string, string> = {}): string {
  return LABELS.map((label) =>
    refused(label) ? `"${SECRET}, dit « Z »"` : ({ ...MATCH, ...cells }[label] ?? ""),
  ).join(",");
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function rejectedRows(file: string): Promise<string> {
  if (!file.endsWith(".parquet")) return readFile(file, "utf8");
  return withDuckDB(async (connection) =>
    JSON.stringify(await queryRows(connection, `FROM read_parquet('${file}')`)),
  );
}

/** Columns as the description of the export names them (impact, §1.6). */
const DESCRIBED = `Date de sollicitation · Id de la sollicitation · Description · Type de source ·
  Intitulé de la source · Détail de la source · origin_id · gclid · Thème choisi sur le site ·
  Option choisie sur le site · SIRET · Commune · Région de l’établissement · Nom de l’entreprise ·
  Catégorie juridique · Code NAF · Codes NAFA · Effectifs · forme d’exercice ·
  nature des activités · Nom · Email · Téléphone · badges · Statut de la sollicitation ·
  Date de transmission du besoin · Identifiant du besoin · Conseiller · Thème réel · Sujet réel ·
  Id de la mise en relation · Id de l’expert · Expert · Antenne de l’expert ·
  Institution de l’expert · Statut de la mise en relation · Date de prise en charge ·
  Date de clôture · Statut du besoin · Date d’envoi du mail de la dernière chance ·
  Date d’abandon · Date d’archivage · Page du besoin · Satisfaction – rappel (oui/non) ·
  Satisfaction – utilité (oui/non) · Satisfaction – solutions · Satisfaction – commentaire`
  .split("·")
  .map((label) => label.replace(/\s+/g, " ").trim());

describe("the nominative columns of Place des Entreprises", () => {
  test("are known by the labels of the document as by those of the export (impact, §1.6)", () => {
    const header = readHeader("f.csv", DESCRIBED.join(","), misesEnRelation);
    if (!isHeader(header)) throw new Error(header.message);
    expect(header.refused.map(({ label }) => label)).toEqual([
      ...["Description", "origin_id", "gclid", "SIRET", "Nom de l’entreprise", "Nom", "Email"],
      ...["Téléphone", "Conseiller", "Expert", "Page du besoin", "Satisfaction – commentaire"],
    ]);
    // The document does not know the number of the establishment, which later exports may have.
    expect(header.columns.filter(({ position }) => !position).map(({ key }) => key)).toEqual([
      "id_etablissement",
    ]);
    expect(header.notices.join()).not.toContain("inconnues");
  });

  test("are refused at the door: the file is read without them, and the report names them", async () => {
    const folder = await BatchFolder.create();
    await folder.put(LAYOUTS.mises_en_relation.fileName, [LABELS.join(","), line()]);
    const { files } = await folder.ingest();
    expect(files[0]).toMatchObject({ parsed: 1, valid: 1, rejected: 0 });
    expect(files[0]!.refused).toEqual(LABELS.filter(refused));
    expect(files[0]!.notices).toEqual([]);
    const [row] = await folder.read("SELECT * FROM mises_en_relation");
    expect(row).toMatchObject({
      date_sollicitation: "2026-01-05 09:12:00",
      date_prise_en_charge: "2026-01-08 00:00:00",
      type_source: "iframe",
      code_naf: "46.18Z",
      statut_mise_en_relation: "done",
      satisfaction_rappel: true,
    });
  });

  test("are blank in a rejected row, with any column that nobody knows; the others are kept", async () => {
    const folder = await BatchFolder.create();
    await folder.put(LAYOUTS.mises_en_relation.fileName, [
      `${LABELS.join(",")},Prénom`,
      `${line({ "Date de transmission du besoin": "31/02/2026" })},${SECRET}`,
    ]);
    const { files, snapshot } = await folder.ingest();
    const rejects = await rejectedRows(join(snapshot, files[0]!.rejectsFile!));
    expect(rejects).not.toContain("Ravachol");
    expect(rejects).toContain("05/01/2026 09:12,41,,Iframe");
    expect(rejects).toContain("20 à 49 salariés");
  });

  test("leave no trace in the tables, the rejects, the messages nor the manifest", async () => {
    const folder = await BatchFolder.create();
    await folder.put(LAYOUTS.mises_en_relation.fileName, [
      LABELS.join(","),
      line({ "Date de transmission du besoin": "31/02/2026" }),
      line({ "Statut de la mise en relation": "Perdu de vue" }),
      `${line()},${SECRET}`,
      line().split(",").slice(0, 4).join(","),
      `${SECRET},"${SECRET}`,
      line(),
    ]);
    const report = await folder.ingest();
    expect(report.files[0]).toMatchObject({ parsed: 6, valid: 1, rejected: 5 });
    expect(JSON.stringify(report)).not.toContain("Ravachol");
    for (const file of await filesUnder(folder.snapshots)) {
      if (!file.endsWith(".parquet"))
        expect(await readFile(file, "utf8")).not.toContain("Ravachol");
      else
        await withDuckDB(async (connection) => {
          const rows = await queryRows(connection, `FROM read_parquet('${file}')`);
          expect(JSON.stringify(rows)).not.toContain("Ravachol");
        });
    }
  });
});
