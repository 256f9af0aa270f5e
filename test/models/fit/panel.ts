import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import type { Spec } from "../../../src/lib/fit/spec.js";

/** What the panel is made of: log-odds of the outcome, in raw units. */
export const TRUTH = {
  constant: -2.5,
  ratio_dette: 0.9,
  dette_presente: 0.8,
  construction: 0.6,
} as const;

export const PANEL_SPEC: Spec = {
  name: "essai",
  outcome: "Issue de l’essai",
  population: { label: "Entreprises de l’essai", excludes: ["en_procedure"] },
  terms: [
    { feature: "ratio_dette", as: "standardised", mark: true },
    { feature: "dette_presente", as: "indicator" },
    {
      feature: "section",
      as: "levels",
      reference: "autre",
      levels: [{ name: "construction", label: "Construction", values: ["F"] }],
    },
  ],
  clip: { lower: 0, upper: 1 },
};

/** Deterministic uniform draw in [0, 1) for a company and month. */
const draw = (name: string) =>
  `(md5_number_lower(concat(siren, periode, '${name}')) / 18446744073709551616.0::DOUBLE)`;

/**
 * A features file where the truth is known: independent rows, `companies` × 60 months from January
 * 2020, outcomes empty in the last 18, one row in fifty already in a proceeding, one debt in twenty
 * unknown (then without effect).
 */
export async function writePanel(companies: number): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "vigie-panel-")), "features.parquet");
  await withDuckDB((connection) =>
    copyToParquet(
      connection,
      `WITH rows AS (
         SELECT format('{:09d}', i) AS siren, m::DATE AS periode
         FROM range(${companies}) companies(i),
           generate_series(DATE '2020-01-01', DATE '2024-12-01', INTERVAL 1 MONTH) months(m)
       ), features AS (
         SELECT *, CASE WHEN ${draw("absent")} < 0.05 THEN NULL ELSE 4 * ${draw("dette")} - 2 END AS ratio_dette,
           ${draw("presente")} < 0.3 AS dette_presente,
           CASE WHEN ${draw("section")} < 0.4 THEN 'F' ELSE 'G' END AS section,
           ${draw("procedure")} < 0.02 AS en_procedure
         FROM rows
       ), risks AS (
         SELECT *, ${TRUTH.constant} + ${TRUTH.ratio_dette} * coalesce(ratio_dette, 0)
           + ${TRUTH.dette_presente} * dette_presente::INTEGER
           + ${TRUTH.construction} * (section = 'F')::INTEGER AS eta
         FROM features
       )
       SELECT siren, periode, ratio_dette, dette_presente, section, en_procedure,
         CASE WHEN dette_presente THEN 300.0::DOUBLE ELSE 0 END AS montant_part_ouvriere,
         CASE WHEN dette_presente THEN 700.0::DOUBLE ELSE 0 END AS montant_part_patronale,
         en_procedure AS strong_signal,
         CASE WHEN periode < DATE '2023-07-01'
           THEN en_procedure OR ${draw("issue")} < 1 / (1 + exp(-eta)) END AS outcome
       FROM risks ORDER BY siren, periode`,
      file,
    ),
  );
  return file;
}
