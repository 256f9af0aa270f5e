import { existsSync, realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { type ListRow, readList } from "../../models/lists/readList.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { LEVELS } from "../../src/lib/levels.js";
import { CAUSES, type Cause, CHANGES, type Change } from "../../src/lib/lists/change.js";
import { filterCompanies } from "../../src/lib/lists/filters.js";
import type { ListCard } from "../../src/lib/lists/listCard.js";
import { listName } from "../../src/lib/lists/listName.js";
import { toSpreadsheet } from "../../src/lib/spreadsheet.js";
import { Flow } from "../flow/runner.js";
import { type FilterOptions, filtersOf, withFilters } from "../listFilters.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions, FilterOptions {
  batch?: string;
  spec: string;
  csv?: string;
}

/** The file names companies: nobody but its owner reads it. */
const PRIVATE = 0o600;

export function listCommand(terminal: Terminal): Command {
  const command = withPlaces(
    createCommand(
      "list",
      "Fait la liste de détection d’un lot si elle n’est pas à jour, la résume et la filtre.",
      "vigie list --departement 21 --premieres-alertes --csv liste-21.csv",
    ),
  ).option("--spec <fichier>", "spécification du modèle", `models/specs/${DEFAULT_SPEC}.ts`);
  return withFilters(command)
    .option("--csv <fichier>", "écrit les entreprises choisies, en 24 colonnes ; hors des sites")
    .action((options: Options) => list(options, terminal));
}

async function list(options: Options, terminal: Terminal): Promise<void> {
  const places = placesFrom(options);
  if (options.csv !== undefined) refuseSite(options.csv, places.dist);
  const batch = chooseBatch(options.batch, places);
  const flow = new Flow({ places, batch, spec: specName(options.spec), audience: "public" });
  await flow.run(["list"], { observer: observe(terminal) });
  const { readCard } = await import("../../models/lists/former.js");
  const card = await readCard(places.lists, batch);
  const companies = await readList({
    list: join(places.lists, batch),
    scores: join(places.scores, batch),
    snapshot: join(places.snapshots, batch),
  });
  const chosen = filterCompanies(companies, filtersOf(options, companies));
  describe(card, chosen, terminal);
  if (options.csv !== undefined) await save(options.csv, chosen, terminal);
  terminal.document({ ...card, chosen: countsOf(chosen) });
}

async function save(file: string, rows: readonly ListRow[], terminal: Terminal): Promise<void> {
  const { LIST_COLUMNS } = await import("../../models/lists/columns.js");
  await writeFile(file, toSpreadsheet(LIST_COLUMNS, rows), { mode: PRIVATE });
  terminal.say(
    `${formatCount(rows.length, "entreprise écrite", "entreprises écrites")} dans ${file}. Ces données sont confidentielles : supprimez le fichier après usage.`,
  );
}

/** What is in a site gets published: names of companies have no place there. */
function refuseSite(file: string, dist: string): void {
  const within = relative(real(dist), real(file));
  if (within.startsWith("..") || resolve(within) === within) return;
  throw new VigieError(
    "confidential-file",
    `${file} est dans le dossier des sites, ${dist}, dont le contenu est publié`,
    "Choisissez un dossier hors des sites : la liste nomme des entreprises.",
    2,
  );
}

/** Absolute path without links, of the part that exists. */
function real(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const above = dirname(full);
  return above === full ? full : join(real(above), relative(above, full));
}

function countsOf(rows: readonly ListRow[]) {
  const count = (chosen: (row: ListRow) => boolean) => rows.filter(chosen).length;
  return {
    total: rows.length,
    fort: count(({ level }) => level === "fort"),
    modere: count(({ level }) => level === "modere"),
    firstAlerts: count(({ firstAlert }) => firstAlert !== null),
  };
}

function describe(card: ListCard, chosen: readonly ListRow[], terminal: Terminal): void {
  const { name, quarterly, model, companies, levels, levelsBefore, firstAlerts, former } = card;
  const kind = quarterly ? "liste trimestrielle" : "liste faite à la demande";
  terminal.say(
    `« ${name} », ${kind}, modèle ${model} : ${formatCount(companies, "entreprise notée", "entreprises notées")}.`,
  );
  terminal.table(
    ["niveau", "par les seuils", "après ajustements"],
    (["fort", "modere"] as const).map((level) => [
      LEVELS[level].label,
      formatNumber(levelsBefore[level]),
      formatNumber(levels[level]),
    ]),
    [1, 2],
  );
  terminal.say(
    former.length === 0
      ? "Première liste : aucune liste antérieure à laquelle la comparer."
      : `Premières alertes : ${formatNumber(firstAlerts.new)} jamais listées, ${formatNumber(firstAlerts.raised)} passées pour la première fois à risque fort.`,
  );
  describeChanges(card, terminal);
  const { total, fort, modere } = countsOf(chosen);
  terminal.say(
    `${formatCount(total, "entreprise choisie", "entreprises choisies")}, dont ${formatCount(fort, LEVELS.fort.label, LEVELS.fort.plural)} et ${formatCount(modere, LEVELS.modere.label, LEVELS.modere.plural)}.`,
  );
}

function describeChanges({ changes }: ListCard, terminal: Terminal): void {
  if (!changes) return;
  terminal.say(`Changements depuis la liste « ${listName(changes.since)} », par cause :`);
  terminal.table(
    ["changement", "total", "causes"],
    (Object.keys(CHANGES) as Change[]).map((change) => {
      const { total, causes } = changes.counts[change];
      const told = (Object.keys(CAUSES) as Cause[]).flatMap((cause) =>
        causes[cause] ? [`${CAUSES[cause]} ${formatNumber(causes[cause])}`] : [],
      );
      return [CHANGES[change], formatNumber(total), told.join(", ")];
    }),
    [1],
  );
}
