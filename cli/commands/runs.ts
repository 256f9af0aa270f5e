import { join } from "node:path";
import type { Command } from "commander";
import type { RunRecord } from "../../models/runs/store.js";
import { VigieError } from "../../src/lib/error.js";
import { formatPeriod } from "../../src/lib/format/calendar.js";
import { formatNumber } from "../../src/lib/format/number.js";
import { formatCount } from "../../src/lib/format/plural.js";
import type { Estimate } from "../../src/lib/metrics/clusterBootstrap.js";
import {
  type Coefficient,
  coefficientPairs,
  fieldInWords,
  specDifferences,
} from "../../src/lib/runs/compareRuns.js";
import type { Criterion } from "../../src/lib/runs/gate.js";
import {
  bestFirst,
  RUN_MEASURES,
  type RunMeasure,
  type RunRow,
  runRow,
} from "../../src/lib/runs/runRow.js";
import { codeOfFit } from "../flow/codeOfFit.js";
import { ROOT } from "../flow/runner.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec: string;
  production?: string;
}

type Act = (options: Options, ids: string[], terminal: Terminal) => Promise<void>;

export function runsCommand(terminal: Terminal): Command {
  const command = createCommand(
    "runs",
    "Ajuste des expériences, les compare, les rejoue et les promeut au registre.",
    "vigie runs new --spec models/specs/reduit.ts --batch 2610",
  );
  const add = (name: string, ids: string, summary: string, act: Act) => {
    const several = ids.endsWith("...>") ? " 8c01" : "";
    const example = ids === "" ? `vigie runs ${name}` : `vigie runs ${name} 3f2a${several}`;
    const sub = withPlaces(createCommand(name, summary, example));
    if (ids !== "") sub.argument(ids, "identifiant, ou son début");
    if (name === "new") {
      sub.option("--spec <fichier>", "spécification", `models/specs/${DEFAULT_SPEC}.ts`);
    }
    if (name === "promote") {
      sub.option("--production <modèle>", "modèle du registre à remplacer ; celui du lot sinon");
    }
    sub.action((first: string | string[] | Options) =>
      act(sub.opts<Options>(), ids === "" ? [] : [first as string | string[]].flat(), terminal),
    );
    command.addCommand(sub, { isDefault: name === "list" });
  };
  add("list", "", "Montre les expériences enregistrées, la meilleure d’abord.", list);
  add("new", "", "Ajuste et évalue une spécification, sans toucher au registre.", create);
  add("show", "<expérience>", "Montre une expérience et ses coefficients.", show);
  add(
    "compare",
    "<expériences...>",
    "Compare deux expériences sur les mêmes données : mesures, spécification, coefficients.",
    compare,
  );
  add("replay", "<expérience>", "Rejoue une expérience et compare les octets.", replay);
  add(
    "promote",
    "<expérience>",
    "Copie au registre une expérience qui passe les critères.",
    promote,
  );
  return command.helpCommand(false);
}

async function list(options: Options, _: string[], terminal: Terminal): Promise<void> {
  const { readRuns } = await import("../../models/runs/store.js");
  const runs = (await readRuns(placesFrom(options).runs)).filter(
    ({ record }) => options.batch === undefined || record.batch === options.batch,
  );
  const rows = bestFirst(runs.map(({ record, model, report }) => runRow(record, model, report)));
  if (rows.length === 0) terminal.say("Aucune expérience : « vigie runs new » en ajoute une.");
  else sayRows(rows, terminal);
  terminal.document({ runs: rows });
}

function sayRows(rows: readonly RunRow[], terminal: Terminal): void {
  terminal.table(
    ["expérience", "spécification", "lot", ...Object.values(RUN_MEASURES)],
    rows.map(({ id, spec, batch, measures }) => [
      id,
      spec,
      batch,
      ...MEASURES.map((name) => interval(measures[name])),
    ]),
    MEASURES.map((_, index) => index + 3),
  );
}

const MEASURES = Object.keys(RUN_MEASURES) as RunMeasure[];

async function show(options: Options, [id]: string[], terminal: Terminal): Promise<void> {
  const { readRun } = await import("../../models/runs/store.js");
  const { record, model, report } = await readRun(placesFrom(options).runs, id!);
  const row = runRow(record, model, report);
  sayRows([row], terminal);
  const { training } = row;
  terminal.say(
    `Variables ${record.features.slice(0, 16)}, code ${row.code}, graine ${row.seed} ; apprentissage ${formatPeriod(training.from, training.to)}, ${formatCount(training.rows, "ligne")}, ${formatCount(training.events, "événement")}.`,
  );
  terminal.table(
    ["terme", "coefficient", "intervalle à 95 %"],
    model.terms.map(({ name, estimate, ciLow, ciHigh }) => [
      name,
      formatNumber(estimate, 3),
      `${formatNumber(ciLow, 3)} à ${formatNumber(ciHigh, 3)}`,
    ]),
    [1, 2],
  );
  terminal.document({ ...row, spec: record.spec, terms: model.terms });
}

async function compare(
  options: Options,
  [first, second, ...others]: string[],
  terminal: Terminal,
): Promise<void> {
  const { readRun } = await import("../../models/runs/store.js");
  const { checkComparable } = await import("../../models/runs/experiment.js");
  const { runs } = placesFrom(options);
  if (!second || others.length > 0) {
    throw new VigieError(
      "usage",
      "« compare » prend deux expériences",
      "Donnez deux identifiants, ou leurs débuts : « vigie runs compare 3f2a 8c01 ».",
      2,
    );
  }
  const [a, b] = [await readRun(runs, first!), await readRun(runs, second)];
  checkComparable([a.record, b.record]);
  const rows = [a, b].map(({ record, model, report }) => runRow(record, model, report));
  const spec = specDifferences(a.record.spec, b.record.spec);
  const coefficients = coefficientPairs(a.model, b.model);
  sayRows(rows, terminal);
  if (spec.length === 0) terminal.say("Même spécification.");
  else {
    terminal.table(
      ["spécification", a.record.id, b.record.id],
      spec.map((one) => [one.path, fieldInWords(one.first), fieldInWords(one.second)]),
      [],
    );
  }
  terminal.table(
    ["terme", a.record.id, b.record.id],
    coefficients.map((one) => [one.name, coefficient(one.first), coefficient(one.second)]),
    [1, 2],
  );
  terminal.document({ runs: rows, spec, coefficients });
}

function coefficient(found: Coefficient | null): string {
  if (!found) return "—";
  const { estimate, ciLow, ciHigh } = found;
  return `${formatNumber(estimate, 3)} (${formatNumber(ciLow, 3)} à ${formatNumber(ciHigh, 3)})`;
}

async function create(options: Options, _: string[], terminal: Terminal): Promise<void> {
  const { runExperiment } = await import("../../models/runs/experiment.js");
  const { readSpec } = await import("../../models/specs/readSpec.js");
  const { readManifest } = await import("../../loaders/ingest/manifest.js");
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const { fictitious } = await readManifest(join(places.snapshots, batch));
  const record: RunRecord = await runExperiment({
    runs: placesFrom(options).runs,
    features: join(places.features, batch, "features.parquet"),
    code: await codeOfFit(ROOT),
    spec: await readSpec(specName(options.spec)),
    batch,
    fictitious,
  });
  terminal.say(`Expérience ${record.id} enregistrée.`);
  terminal.document({ id: record.id, outputs: record.outputs });
}

async function replay(options: Options, [id]: string[], terminal: Terminal): Promise<void> {
  const { replayRun } = await import("../../models/runs/experiment.js");
  const { readRun } = await import("../../models/runs/store.js");
  const { record } = await readRun(placesFrom(options).runs, id!);
  const found = await replayRun(record.id, {
    runs: placesFrom(options).runs,
    features: join(placesFrom(options).features, record.batch, "features.parquet"),
    code: await codeOfFit(ROOT),
  });
  const causes = [
    ...(found.dataChanged ? ["les données"] : []),
    ...(found.codeChanged.length > 0 ? [`le code (${found.codeChanged.join(", ")})`] : []),
  ].join(" et ");
  if (!found.identical)
    throw new VigieError(
      "replay-differs",
      `l’expérience ${record.id} rejouée donne d’autres octets : ${found.differing.join(", ")}`,
      causes === ""
        ? "Ni les données ni le code n’ont changé : voyez la version de Node et les bibliothèques installées."
        : `Ont changé depuis : ${causes}. Revenez-y, ou enregistrez une nouvelle expérience.`,
      1,
      found,
    );
  terminal.say(`Expérience ${record.id} rejouée : octets identiques.`);
  if (causes !== "") terminal.say(`Ont pourtant changé : ${causes}.`);
  terminal.document(found);
}

async function promote(options: Options, [id]: string[], terminal: Terminal): Promise<void> {
  const { promoteRun } = await import("../../models/runs/promote.js");
  const { readRun } = await import("../../models/runs/store.js");
  const { modelId } = await import("../../models/modelId.js");
  const { record } = await readRun(placesFrom(options).runs, id!);
  const done = await promoteRun({
    runs: placesFrom(options).runs,
    id: record.id,
    registry: options.registry,
    production:
      options.production ?? modelId(specName(DEFAULT_SPEC), record.batch, record.fictitious),
  });
  const failing = done.criteria.filter(({ passed }) => !passed);
  if (!done.promoted)
    throw new VigieError(
      "run-refused",
      `l’expérience ${record.id} n’est pas promue : ${failing.map(inWords).join(" ; ")}`,
      "Revoyez la spécification et enregistrez une nouvelle expérience.",
      1,
      done,
    );
  terminal.say(`Expérience ${record.id} promue : ${join(options.registry, done.model)}.`);
  terminal.document(done);
}

function inWords({ label, value, limit: { low, high } }: Criterion): string {
  const bounds = [
    ...(low === undefined ? [] : [`au moins ${formatNumber(low, 3)}`]),
    ...(high === undefined ? [] : [`au plus ${formatNumber(high, 3)}`]),
  ].join(", ");
  return `${label} ${value === null ? "indéfinie" : formatNumber(value, 3)} (${bounds})`;
}

function interval(found: Estimate | null): string {
  if (!found || found.value === null) return "—";
  const text = formatNumber(found.value, 3);
  if (found.low === null || found.high === null) return text;
  return `${text} (${formatNumber(found.low, 3)} à ${formatNumber(found.high, 3)})`;
}
