import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type {
  AgentsList,
  CompanySheet,
  ListedCompany,
  ListFacts,
  Rights,
} from "../../src/lib/agents.js";
import { VigieError } from "../../src/lib/error.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import { reasonInWords, reasonsOf } from "../../src/lib/reasons.js";
import { type DuckDBConnection, withDuckDB } from "../duckdb.js";
import { DEPARTEMENTS } from "../geography.js";
import { openSnapshot } from "../snapshot.js";
import { type PublishedFile, publish } from "../tables/publish.js";
import { communeNames } from "./communes.js";
import { readContributions } from "./contributions.js";
import { readCounterfactuals } from "./counterfactuals.js";
import { readEstablishments } from "./establishments.js";
import { readIdentities } from "./identity.js";
import { createListed, type Scored } from "./listed.js";
import { type FactsOfAll, readListFacts } from "./listFacts.js";
import type { Perimeter } from "./perimeter.js";
import { readPlans } from "./plans.js";
import { readProceedings } from "./proceedings.js";
import { readRatios } from "./ratios.js";
import { readRules } from "./rules.js";
import { readSeries } from "./series.js";

export interface AgentTablesOptions {
  /** Snapshot folder of a batch. */
  snapshot: string;
  /** Folder of `scores.parquet`, `contributions.parquet` and `counterfactuals.parquet`. */
  scores: string;
  /** `list.parquet` of the batch. */
  list: string;
  /** `model.json` of the model the scores come from. */
  model: string;
  perimeter: Perimeter;
  rights: Rights;
  /** Folder of the tables, replaced as a whole. */
  out: string;
  progress?: Progress;
}

export interface AgentTablesSummary {
  perimeter: string;
  rights: Rights;
  companies: number;
  files: PublishedFile[];
}

/** Reasons told in the list. */
const REASONS_LISTED = 3;

/**
 * Writes the tables of the agents of one perimeter and one level of rights (`src/lib/agents.ts`):
 * `liste.json` and one `entreprises/<siren>.json` a listed company. Nothing else of the data is in
 * these files, neither companies of elsewhere nor blocks the rights do not give.
 *
 * Throws a VigieError `missing-scores` or `snapshot-missing`; nothing is written then.
 */
export async function buildAgentTables(options: AgentTablesOptions): Promise<AgentTablesSummary> {
  const { perimeter, rights, out, progress } = options;
  const files = ["scores", "contributions", "counterfactuals"];
  requireFiles(
    options.model,
    options.list,
    join(options.scores, "rules.json"),
    ...files.map((name) => join(options.scores, `${name}.parquet`)),
  );
  const model = JSON.parse(await readFile(options.model, "utf8")) as Model;
  const data = await withDuckDB((connection) => readAll(connection, options, model), {
    threads: 1,
  });
  progress?.({ item: "fiches", done: 1, total: 2 });
  const sheets = data.companies.map((company) => sheetOf(company, data, model, rights));
  const tables = new Map<string, unknown>([
    ["liste.json", listOf(sheets, data, model, perimeter, rights)],
    ...sheets.map((sheet): [string, unknown] => [`entreprises/${sheet.siren}.json`, sheet]),
  ]);
  const published = await publish(out, tables);
  progress?.({ item: "fichiers", done: 2, total: 2 });
  return { perimeter: perimeter.key, rights, companies: sheets.length, files: published };
}

type Data = Awaited<ReturnType<typeof readAll>>;

async function readAll(
  connection: DuckDBConnection,
  { snapshot, scores, list, perimeter, rights }: AgentTablesOptions,
  model: Model,
) {
  const manifest = await openSnapshot(connection, snapshot);
  const { month, companies } = await createListed(
    connection,
    join(scores, "scores.parquet"),
    perimeter,
  );
  const communes = communeNames();
  return {
    month,
    companies,
    list: await readListFacts(connection, list, rights),
    identities: await readIdentities(connection, communes),
    establishments: await readEstablishments(connection, communes),
    contributions: await readContributions(
      connection,
      join(scores, "contributions.parquet"),
      model,
      rights,
    ),
    rules: await readRules(join(scores, "rules.json"), rights),
    counterfactuals: await readCounterfactuals(
      connection,
      join(scores, "counterfactuals.parquet"),
      rights,
    ),
    series: await readSeries(connection, manifest, rights),
    plans: rights === "A" ? await readPlans(connection) : undefined,
    ratios: await readRatios(connection),
    proceedings: await readProceedings(connection),
  };
}

function sheetOf(
  { siren, level, level_before, rules, eta, probability, seuil_fort, seuil_modere }: Scored,
  data: Data,
  { base }: Model,
  rights: Rights,
): CompanySheet {
  const identity = data.identities.get(siren)!;
  const series = data.series.bySiren.get(siren)!;
  const counterfactual = data.counterfactuals.get(siren);
  const { legalCategory, ape, apeLabel, section, created, procol } = identity;
  return {
    siren,
    name: identity.name,
    rights,
    month: data.month,
    level,
    probability,
    eta,
    base,
    levelBefore: level_before,
    adjustments: rules.map((name) => data.rules.get(name)!),
    contributions: data.contributions.get(siren) ?? [],
    ...(counterfactual ? { counterfactual } : {}),
    thresholds: { fort: seuil_fort, modere: seuil_modere },
    identity: {
      legalCategory,
      ape,
      apeLabel,
      section,
      created,
      effectif: lastKnown(series.effectif),
      procol,
    },
    establishments: data.establishments.get(siren) ?? [],
    months: data.series.months,
    series,
    ...(data.plans ? { plans: data.plans.get(siren) ?? [] } : {}),
    ratios: data.ratios.get(siren) ?? [],
    proceedings: data.proceedings.get(siren) ?? [],
  };
}

function listOf(
  sheets: readonly CompanySheet[],
  { companies, identities, list, month }: Data,
  { thresholds, capacity }: Model,
  perimeter: Perimeter,
  rights: Rights,
): AgentsList {
  const present = new Map(companies.map((company) => [company.siren, company.present]));
  const inside = new Set(companies.flatMap((company) => company.present));
  return {
    perimeter: {
      label: perimeter.label,
      departements: DEPARTEMENTS.filter(({ code }) => inside.has(code)).map(({ code, nom }) => ({
        code,
        name: nom,
      })),
    },
    rights,
    list: { name: list.name, isFirst: list.isFirst },
    month,
    thresholds: {
      fort: capacity ? null : thresholds.fort.value,
      modere: thresholds.modere.value,
    },
    companies: sheets.map((sheet): ListedCompany => {
      const { departement, commune } = identities.get(sheet.siren)!;
      return {
        ...listed(sheet, departement, commune, present.get(sheet.siren)!),
        ...factsOf(list, sheet.siren),
      };
    }),
  };
}

function listed(
  sheet: CompanySheet,
  departement: string | null,
  commune: string | null,
  present: string[],
): Omit<ListedCompany, keyof ListFacts> {
  const { siren, name, identity, level, probability, series } = sheet;
  const { legalCategory, section, ape, apeLabel, effectif, procol } = identity;
  const { worrying } = reasonsOf(sheet.contributions);
  return {
    siren,
    name,
    departement,
    commune,
    present,
    legalCategory,
    section,
    ape,
    apeLabel,
    effectif,
    level,
    probability,
    reasons: worrying.slice(0, REASONS_LISTED).map(reasonInWords),
    procol,
    ...(sheet.rights === "A" ? { debt: lastDebt(series) } : {}),
  };
}

/** The scores and the list are made from one another: a company of one that the other lacks is a mix. */
function factsOf({ bySiren }: FactsOfAll, siren: string): ListFacts {
  const facts = bySiren.get(siren);
  if (facts) return facts;
  throw new VigieError(
    "list-out-of-date",
    "la liste de détection ne vient pas des scores du lot : une entreprise signalée n’y est pas",
    "Lancez « vigie run », qui refait la liste.",
    2,
  );
}

/** Sum of the two parts at the last month both are known. */
function lastDebt({ dettePartSalariale = [], dettePartPatronale = [] }: CompanySheet["series"]) {
  const [salariale, patronale] = [lastKnown(dettePartSalariale), lastKnown(dettePartPatronale)];
  return salariale === null || patronale === null
    ? null
    : Math.round(100 * (salariale + patronale)) / 100;
}

function lastKnown(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

function requireFiles(...files: string[]): void {
  const absent = files.find((file) => !existsSync(file));
  if (!absent) return;
  throw new VigieError(
    "missing-scores",
    `le fichier ${absent} est introuvable, sans lequel aucune fiche ne se fait`,
    "Lancez « npx vigie run », qui ajuste le modèle et calcule les scores.",
    2,
  );
}
