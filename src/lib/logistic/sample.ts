import { VigieError } from "../error.js";
import type { Design } from "./design.js";
import type { LogisticOptions } from "./options.js";

/** The rows that enter a fit. */
export interface Sample {
  rows: number;
  /** As given: its rows `kept` are those of the sample. */
  design: Design;
  outcome: Float64Array;
  /** Case weight × trials: what a row counts for in the likelihood; always positive. */
  mass: Float64Array;
  weights: Float64Array | undefined;
  trials: Float64Array | undefined;
  offset: Float64Array | undefined;
  /** Rows left out because a value is missing. */
  missing: number;
  /** Row of the design, from 0, of each row here. */
  kept: Int32Array;
}

/**
 * Checks the input of a fit and keeps its usable rows: finite everywhere, positive weight.
 * @throws VigieError `logistic-input` when lengths disagree, an outcome is outside [0, 1], a
 * weight or a number of trials is negative, or no row is left.
 */
export function usableSample(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions,
): Sample {
  checkLengths(design, outcome, options);
  const places = new Int32Array(design.rows);
  const masses = new Float64Array(design.rows);
  let rows = 0;
  let missing = 0;
  for (let row = 0; row < design.rows; row++) {
    if (!isComplete(design, outcome, options, row)) {
      missing++;
      continue;
    }
    const mass = rowMass(outcome, options, row);
    if (mass === 0) continue;
    places[rows] = row;
    masses[rows] = mass;
    rows++;
  }
  if (rows === 0) {
    throw impossible(
      `Aucune ligne utilisable parmi ${design.rows} : ${missing} incomplètes, les autres de poids nul`,
    );
  }
  const kept = places.subarray(0, rows);
  const pick = (values: Float64Array) => (rows === design.rows ? values : picked(values, kept));
  const pickOptional = (values?: Float64Array) => values && pick(values);
  return {
    rows,
    design,
    outcome: pick(outcome),
    mass: masses.subarray(0, rows),
    weights: pickOptional(options.weights),
    trials: pickOptional(options.trials),
    offset: pickOptional(options.offset),
    missing,
    kept,
  };
}

function picked(values: Float64Array, rows: Int32Array): Float64Array {
  const result = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i]!]!;
  return result;
}

function checkLengths(design: Design, outcome: Float64Array, options: LogisticOptions): void {
  const expected: [string, number | undefined, number][] = [
    ["valeurs de la matrice", design.values.length, design.rows * design.names.length],
    ["résultats", outcome.length, design.rows],
    ["poids", options.weights?.length, design.rows],
    ["nombres d’essais", options.trials?.length, design.rows],
    ["décalages (offset)", options.offset?.length, design.rows],
  ];
  for (const [what, actual, wanted] of expected) {
    if (actual === undefined || actual === wanted) continue;
    throw impossible(`${actual} ${what} au lieu de ${wanted}, pour ${design.rows} lignes`);
  }
}

function isComplete(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions,
  row: number,
): boolean {
  const { values, names } = design;
  const end = (row + 1) * names.length;
  // Zero times a number is zero, times a missing or infinite value NaN, which the sum keeps.
  let zero = 0;
  for (let i = row * names.length; i < end; i++) zero += 0 * values[i]!;
  if (zero !== 0) return false;
  if (options.weights && !Number.isFinite(options.weights[row])) return false;
  if (options.trials && !Number.isFinite(options.trials[row])) return false;
  if (options.offset && !Number.isFinite(options.offset[row])) return false;
  return Number.isFinite(outcome[row]);
}

/** Weight × trials of a complete row, checking the three values it rests on. */
function rowMass(outcome: Float64Array, options: LogisticOptions, row: number): number {
  const y = outcome[row]!;
  const weight = options.weights?.[row] ?? 1;
  const trials = options.trials?.[row] ?? 1;
  const place = `ligne ${row + 1}`;
  if (y < 0 || y > 1) throw impossible(`${place} : résultat ${y}, attendu entre 0 et 1`);
  if (weight < 0) throw impossible(`${place} : poids ${weight}, attendu positif ou nul`);
  if (trials < 0) throw impossible(`${place} : ${trials} essais, attendu un nombre positif ou nul`);
  return weight * trials;
}

function impossible(message: string): VigieError {
  return new VigieError(
    "logistic-input",
    `Régression logistique impossible. ${message}`,
    "Corrigez les données ou le choix des colonnes.",
  );
}
