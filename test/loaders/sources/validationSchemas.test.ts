import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type SourceColumn, sourceColumns } from "../../../loaders/sources/columns.js";
import { SOURCES } from "../../../loaders/sources/sources.js";

const FOLDER = fileURLToPath(new URL("../../../../shared/samples/schemas/", import.meta.url));

/** Column of each property of the validation schemas that sfdata had until June 2025. */
const COLUMNS: Record<string, Record<string, string>> = {
  apconso: {
    id_conso: "id_da",
    heure_consomme: "heures",
    montant: "montants",
    effectif: "effectifs",
    periode: "mois",
  },
  apdemande: {
    id_demande: "id_da",
    "periode.start": "date_deb",
    "periode.end": "date_fin",
    hta: "hta",
    motif_recours_se: "motif_recours_se",
    effectif_entreprise: "eff_ent",
    effectif: "eff_etab",
    date_statut: "date_statut",
    mta: "mta",
    effectif_autorise: "eff_auto",
    heure_consommee: "s_heure_consom_tot",
    montant_consommee: "s_montant_consom_tot",
    effectif_consomme: "s_eff_consom_tot",
    perimetre: "perimetre_ap",
  },
  bdf: {
    arrete_bilan_bdf: "arrete_bilan",
    annee_bdf: "annee",
    raison_sociale: "denom",
    secteur: "secteur",
    siren: "d1",
    poids_frng: "poids_frng",
    taux_marge: "tx_marge",
    delai_fournisseur: "delai_frs",
    dette_fiscale: "poids_dfisc_soc",
    financier_court_terme: "poids_fin_ct",
    frais_financier: "poids_frais_fin",
  },
  ccsf: {
    date_traitement: "date_de_traitement",
    stade: "code_externe_stade",
    action: "code_externe_action",
  },
  compte: { periode: "", siret: "siret", numero_compte: "compte" },
  cotisation: {
    numero_compte: "compte",
    "periode.start": "periode_debut",
    "periode.end": "periode_fin",
    encaisse: "enc_direct",
    du: "cotis_due",
  },
  debit: {
    numero_compte: "num_cpte",
    "periode.start": "periode_debut",
    "periode.end": "periode_fin",
    numero_ecart_negatif: "num_ecn",
    numero_historique: "num_hist_ecn",
    date_traitement: "dt_trt_ecn",
    debit_suivant: "",
    part_ouvriere: "mt_po",
    part_patronale: "mt_pp",
    etat_compte: "etat_cpte",
    code_procedure_collective: "cd_pro_col",
    code_operation_ecart_negatif: "cd_op_ecn",
    code_motif_ecart_negatif: "motif_ecn",
    recours_en_cours: "recours_en_cours",
  },
  delai: {
    numero_compte: "numero_compte_externe",
    numero_contentieux: "numero_structure",
    date_creation: "date_creation",
    date_echeance: "date_echeance",
    duree_delai: "duree_delai",
    denomination: "denomination_premiere_ligne",
    indic_6m: "indic_6m",
    annee_creation: "annee_creation",
    montant_echeancier: "montant_global_echeancier",
    stade: "code_externe_stade",
    action: "code_externe_action",
  },
  effectif: { numero_compte: "compte", periode: "periode", effectif: "effectif" },
  effectif_ent: { periode: "periode", effectif: "effectif_ent" },
  paydex: { date_valeur: "date_valeur", nb_jours: "nb_jours" },
  procol: { action_procol: "action_procol", stade_procol: "stade_procol", date_effet: "dt_effet" },
};

/** The table of a schema, when it has another name. */
const TABLES: Record<string, string> = { compte: "comptes" };

/**
 * Demanded there, optional here: a blank text was a text for sfdata, and its parsers let blank
 * numbers through, which its samples hold; a row is not lost for them.
 */
const LOOSER: Record<string, readonly string[]> = {
  apconso: ["heure_consomme", "montant", "effectif"],
  apdemande: [
    ...["hta", "effectif_entreprise", "effectif", "date_statut", "effectif_autorise"],
    ...["mta", "heure_consommee", "montant_consommee", "effectif_consomme", "perimetre"],
  ],
  bdf: [
    ...["raison_sociale", "secteur", "poids_frng", "taux_marge", "delai_fournisseur"],
    ...["dette_fiscale", "financier_court_terme", "frais_financier"],
  ],
  debit: [
    ...["code_procedure_collective", "code_operation_ecart_negatif", "code_motif_ecart_negatif"],
  ],
  delai: ["numero_contentieux", "denomination", "indic_6m", "stade", "action"],
  effectif: ["numero_compte"],
};

interface Property {
  bsonType: string | string[];
  enum?: string[];
  minimum?: number;
  properties?: Record<string, Property>;
}

interface Schema {
  required?: string[];
  properties: Record<string, Property>;
}

const KINDS: Record<string, RegExp> = {
  string: /^VARCHAR$/,
  number: /^(INTEGER|DOUBLE|DECIMAL)/,
  date: /^DATE$/,
  bool: /^BOOLEAN$/,
};

/** Properties of a schema, those of a period by their path. */
function flat(properties: Record<string, Property>): [string, Property][] {
  return Object.entries(properties).flatMap(([name, property]) =>
    property.properties
      ? flat(property.properties).map(([key, one]): [string, Property] => [`${name}.${key}`, one])
      : [[name, property] as [string, Property]],
  );
}

describe.skipIf(!existsSync(FOLDER))(
  `the schemas of the sources keep to the validation schemas of sfdata${existsSync(FOLDER) ? "" : " (skipped: ../shared absent)"}`,
  () => {
    for (const [name, mapping] of Object.entries(COLUMNS))
      test(`${name}: same types, closed lists and bounds; demanded unless said otherwise`, () => {
        const schema = JSON.parse(readFileSync(`${FOLDER}${name}.schema.json`, "utf8")) as Schema;
        const source = SOURCES.find((one) => one.name === (TABLES[name] ?? name))!;
        const columns = new Map(sourceColumns(source).map((column) => [column.name, column]));
        const properties = flat(schema.properties);
        expect(Object.keys(mapping).sort()).toEqual(properties.map(([key]) => key).sort());
        for (const [key, property] of properties) {
          if (mapping[key] === "") continue;
          const column = columns.get(mapping[key]!)!;
          const [type] = [property.bsonType].flat();
          expect(column.type, key).toMatch(KINDS[type!]!);
          expectBounds(column, property, key);
          const demanded = schema.required?.includes(key.split(".")[0]!) ?? false;
          const looser = LOOSER[name]?.includes(key) ?? false;
          expect(column.nullable, key).toBe(demanded ? looser : column.nullable);
        }
      });

    test("all are compared, but those of sources that are not read, or read otherwise", () => {
      const files = readdirSync(FOLDER).map((file) => file.replace(".schema.json", ""));
      const others = ["diane", "ellisphere", "sirene", "sirene_ul"];
      expect(files.sort()).toEqual([...Object.keys(COLUMNS), ...others].sort());
    });
  },
);

/** Stages of a proceeding are whatever its label holds: the parser lists none (§1.3). */
function expectBounds(column: SourceColumn, property: Property, key: string): void {
  if (property.enum && column.name !== "stade_procol" && column.name !== "action_procol")
    expect(column.values, key).toEqual(property.enum);
  if (property.minimum !== undefined) expect(column.minimum, key).toBe(property.minimum);
}
