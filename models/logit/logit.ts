import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { VigieError } from "../../src/lib/error.js";
import { codeColumns, type DataColumn } from "../../src/lib/logistic/coding.js";
import type { Design } from "../../src/lib/logistic/design.js";
import type { LogisticFit, LogisticWarning } from "../../src/lib/logistic/fit.js";
import { type GoodnessOfFit, goodnessOfFit } from "../../src/lib/logistic/goodnessOfFit.js";
import { influenceOf } from "../../src/lib/logistic/influence.js";
import { eventShare } from "../../src/lib/logistic/nullModel.js";
import { linearPredictor } from "../../src/lib/logistic/predict.js";
import { profileInterval } from "../../src/lib/logistic/profile.js";
import {
  fitRegression,
  type Penalty,
  type RegressionOptions,
  withClassWeights,
} from "../../src/lib/logistic/regression.js";
import { usableSample } from "../../src/lib/logistic/sample.js";
import { sigmoid } from "../../src/lib/logistic/sigmoid.js";
import { informationVif } from "../../src/lib/logistic/vif.js";
import { weightedAuc } from "../../src/lib/metrics/weightedAuc.js";
import { explainSeparation } from "./explainSeparation.js";
import { writeInfluence } from "./influenceFile.js";
import { readColumns } from "./readColumns.js";
import { Threads } from "./threads.js";

export interface LogitOptions {
  data: string;
  outcome: string;
  terms: readonly string[];
  weights?: string | undefined;
  trials?: string | undefined;
  offset?: string | undefined;
  penalty: Penalty;
  classWeight?: "balanced" | undefined;
  robust?: { kind: "hc1" } | { kind: "cluster"; column: string } | undefined;
  intercept: boolean;
  /** Profile-likelihood intervals instead of Wald’s; without penalty only. */
  profile: boolean;
  /** CSV to write: row, linear predictor, probability. */
  predict?: string | undefined;
  /** Report the variance inflation factors. */
  vif?: boolean | undefined;
  /** CSV to write: leverage, residuals and Cook’s distance of each usable row; see {@link writeInfluence}. */
  influence?: string | undefined;
}

/** What `vigie logit --json` prints; a number that does not exist is null. */
export interface LogitReport {
  n: number;
  nUsed: number;
  k: number;
  converged: boolean;
  iterations: number;
  deviance: number | null;
  nullDeviance: number | null;
  logLik: number | null;
  aic: number | null;
  bic: number | null;
  coefficients: Coefficient[];
  vcov: (number | null)[][];
  auc: number | null;
  brier: number | null;
  /** Of a maximum likelihood fit with an intercept and without class weights; null otherwise. */
  goodnessOfFit: GoodnessOfFit | null;
  /** On demand, of the columns but the intercept, on the information of the fit; null for an aliased one. */
  vif: { term: string; vif: number | null }[] | null;
  warnings: LogisticWarning[];
}

export interface Coefficient {
  term: string;
  estimate: number | null;
  stdError: number | null;
  z: number | null;
  p: number | null;
  ciLow: number | null;
  ciHigh: number | null;
  oddsRatio: number | null;
}

/**
 * A logistic regression on the columns of a file. Throws VigieError: `unknown-column`,
 * `data-missing`, `logit-outcome`, `logit-options` (exit 2), `logistic-input` and `single-class`
 * (exit 1) when nothing can be estimated.
 */
export async function runLogit(options: LogitOptions): Promise<LogitReport> {
  const { penalty, intercept } = options;
  checkOptions(options);
  const data = await readData(options);
  const { design, outcome, regression } = data;
  const fit = await fitShared(data);
  const sample = usableSample(design, outcome, regression);
  const share = eventShare(sample);
  if (intercept && (share === 0 || share === 1)) throw singleClass(options, share, sample.rows);
  const notes = [...fit.warnings.filter(({ code }) => code !== "separation")];
  const { warning } =
    penalty.kind === "none"
      ? await explainSeparation(design, outcome, regression)
      : { warning: null };
  if (warning) notes.push(warning);
  const eta = linearPredictor(fit, design, regression.offset);
  if (options.predict) await writePredictions(options.predict, eta);
  if (options.influence) await writeInfluence(options.influence, influenceOf(sample, fit));
  const used = sample.kept;
  const p = Float64Array.from(used, (row) => sigmoid(eta[row]!));
  return {
    n: fit.n,
    nUsed: fit.nUsed,
    k: fit.k,
    converged: fit.converged,
    iterations: fit.iterations,
    deviance: finite(fit.deviance),
    nullDeviance: finite(fit.nullDeviance),
    logLik: finite(fit.logLik),
    aic: finite(fit.aic),
    bic: finite(fit.bic),
    coefficients: coefficients(fit, options.profile ? profiled(data) : undefined),
    vcov: fit.vcov.map((row) => row.map(finite)),
    auc: finite(weightedAuc(p, sample.outcome, sample.mass)),
    brier: finite(weightedBrier(p, sample.outcome, sample.mass)),
    goodnessOfFit: isPlain(options) ? goodnessOfFit(sample, fit) : null,
    vif: options.vif ? inflation(fit) : null,
    warnings: notes,
  };
}

/** Statistics of the likelihood are those of the data: no penalty, no class weight, an intercept. */
function isPlain({ penalty, intercept, classWeight }: LogitOptions): boolean {
  return penalty.kind === "none" && intercept && !classWeight;
}

/** Rows from which other threads are worth their start, a third of a second. */
const SHARED_ROWS = 500_000;

async function fitShared({ design, outcome, regression }: LogitData): Promise<LogisticFit> {
  if (design.rows < SHARED_ROWS) return fitRegression(design, outcome, regression);
  const engine = new Threads(availableParallelism());
  try {
    return fitRegression(design, outcome, { ...regression, engine });
  } finally {
    await engine.stop();
  }
}

interface LogitData {
  design: Design;
  outcome: Float64Array;
  regression: RegressionOptions;
}

async function readData(options: LogitOptions): Promise<LogitData> {
  const { data, outcome, terms, weights, trials, offset, robust } = options;
  const cluster = robust?.kind === "cluster" ? robust.column : undefined;
  const numbers = [outcome, weights, trials, offset].filter((name) => name !== undefined);
  const columns = await readColumns(data, [...terms, ...numbers], cluster ? [cluster] : []);
  const number = (name: string) => numberColumn(columns.get(name)!, name, data);
  return {
    design: codeColumns(terms.map((name) => [name, columns.get(name)!] as const)),
    outcome: outcomeColumn(number(outcome), outcome, data, trials !== undefined),
    regression: {
      intercept: options.intercept,
      penalty: options.penalty,
      ...(options.classWeight ? { classWeight: options.classWeight } : {}),
      ...(weights ? { weights: number(weights) } : {}),
      ...(trials ? { trials: number(trials) } : {}),
      ...(offset ? { offset: number(offset) } : {}),
      ...(robust
        ? {
            robust:
              robust.kind === "hc1"
                ? { kind: "hc1" }
                : { kind: "cr1", clusters: clusterLabels(columns.get(robust.column)!) },
          }
        : {}),
    },
  };
}

function clusterLabels(column: DataColumn): (string | number)[] {
  return Array.from(column.values as ArrayLike<string | number | null>, (label) => label ?? "");
}

function numberColumn(column: DataColumn, name: string, file: string): Float64Array {
  if (column.kind === "number") return column.values;
  const at = column.values.findIndex((text) => text !== null && !Number.isFinite(Number(text)));
  throw new VigieError(
    "logit-options",
    `la colonne « ${name} » de ${file} n’est pas faite de nombres : « ${column.values[at] ?? ""} » à la ligne ${at + 1}`,
    "Choisissez une colonne de nombres.",
    2,
  );
}

function outcomeColumn(values: Float64Array, name: string, file: string, grouped: boolean) {
  const at = values.findIndex((y) =>
    grouped ? y < 0 || y > 1 : !Number.isNaN(y) && y !== 0 && y !== 1,
  );
  if (at < 0) return values;
  throw new VigieError(
    "logit-outcome",
    `l’issue « ${name} » vaut ${values[at]} à la ligne ${at + 1} de ${file}, ${grouped ? "une part entre 0 et 1" : "0 ou 1"} est attendu`,
    grouped
      ? "Divisez les nombres d’événements par ceux de --trials."
      : "Codez l’issue en 0 et 1, ou donnez une part avec --trials.",
    2,
  );
}

function checkOptions(options: LogitOptions): void {
  const { terms, penalty, robust, profile, outcome, trials, classWeight } = options;
  const twice = terms.find((term, i) => terms.indexOf(term) !== i);
  const wrong =
    (terms.length === 0 && "aucun terme n’est donné") ||
    (twice !== undefined && `le terme « ${twice} » est donné deux fois`) ||
    (terms.includes(outcome) && `« ${outcome} » est à la fois l’issue et un terme`) ||
    (penalty.kind !== "none" &&
      robust &&
      "des erreurs robustes n’ont pas de sens avec une pénalité") ||
    (classWeight && trials && "des classes ne se pèsent pas quand l’issue est une part") ||
    (options.influence &&
      (penalty.kind !== "none" || robust || classWeight) &&
      "l’influence des lignes se mesure sans pénalité, ni erreurs robustes, ni poids de classes") ||
    (options.vif &&
      (penalty.kind === "shrinkage" || robust) &&
      "les facteurs d’inflation se calculent sur les erreurs du modèle, sans pénalité ridge ou élastique") ||
    (penalty.kind !== "none" && profile && "les intervalles de profil se calculent sans pénalité");
  if (wrong) throw new VigieError("logit-options", wrong, "Corrigez les options.", 2);
}

function inflation(fit: LogisticFit): { term: string; vif: number | null }[] {
  const factors = informationVif(fit);
  const slopes = fit.names.slice(fit.names.length - factors.length);
  return slopes.map((term, index) => ({ term, vif: finite(factors[index]!) }));
}

/** The same data, class weights made case weights. */
function profiled({ design, outcome, regression }: LogitData): LogitData {
  return { design, outcome, regression: withClassWeights(design, outcome, regression) };
}

function coefficients(fit: LogisticFit, profiled: LogitData | undefined): Coefficient[] {
  return fit.names.map((term, a) => {
    const [low, high] = profiled
      ? profileInterval(profiled.design, profiled.outcome, profiled.regression, fit, a)
      : [fit.ciLow[a]!, fit.ciHigh[a]!];
    return {
      term,
      estimate: finite(fit.estimates[a]!),
      stdError: finite(fit.stdErrors[a]!),
      z: finite(fit.z[a]!),
      p: finite(fit.p[a]!),
      ciLow: finite(low),
      ciHigh: finite(high),
      oddsRatio: finite(Math.exp(fit.estimates[a]!)),
    };
  });
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function weightedBrier(p: Float64Array, outcome: Float64Array, mass: Float64Array): number {
  let sum = 0;
  let total = 0;
  // A group of share y holds y events and 1 − y others.
  for (let i = 0; i < p.length; i++) {
    const y = outcome[i]!;
    sum += mass[i]! * (y * (1 - p[i]!) ** 2 + (1 - y) * p[i]! ** 2);
    total += mass[i]!;
  }
  return sum / total;
}

async function writePredictions(file: string, eta: Float64Array): Promise<void> {
  const cell = (value: number) => (Number.isNaN(value) ? "" : String(value));
  const lines = Array.from(eta, (value, i) => `${i + 1},${cell(value)},${cell(sigmoid(value))}`);
  await writeFile(file, `${["row,eta,p", ...lines].join("\n")}\n`);
}

function singleClass({ outcome, data }: LogitOptions, share: number, rows: number): VigieError {
  const what = share === 0 ? "0" : "1";
  return new VigieError(
    "single-class",
    `l’issue « ${outcome} » de ${data} vaut ${what} sur les ${rows} lignes utilisables : il n’y a rien à distinguer`,
    "Élargissez la population ou la période, pour que les deux classes soient présentes.",
  );
}
