import type { Lever, Values } from "../../src/lib/counterfactual/lever.js";
import { readableStep, towardsMean } from "./range.js";

const DEBT_PARTS = ["montant_part_ouvriere", "montant_part_patronale"] as const;

/** To the cent: the sum of two doubles is not that of the two decimals they stand for. */
const debtOf = (values: Values): number =>
  Math.round(100 * DEBT_PARTS.reduce((sum, part) => sum + values(part), 0)) / 100;

/** Months between the two debts that `avg_delta_dette_par_effectif` compares (`models/features/debt.ts`). */
const DELTA_MONTHS = 3;

/** Months that the means of the debt and of the contributions run over (same file). */
const MEAN_MONTHS = 12;

/**
 * What a company can act on among the features, and how each feature computed from it follows.
 * Formulas are those of `models/features`; past values stay as they were.
 */
export const ACTIONABLE: readonly Lever[] = [
  {
    // Contributions are payable at their due date (code de la sécurité sociale, art. R. 243-6): any
    // part of the debt may be repaid, all of it at most.
    name: "dette_sociale",
    reads: DEBT_PARTS,
    range(values) {
      const from = debtOf(values);
      return from > 0 ? { from, to: 0, step: readableStep(from) } : undefined;
    },
    moves: [
      { feature: "dette_presente", at: (_, left) => (left > 0 ? 1 : 0) },
      ...[...DEBT_PARTS, "ratio_dette", "dette_par_effectif"].map((feature) => ({
        feature,
        at: (values: Values, left: number, from: number) => (values(feature) * left) / from,
      })),
      {
        feature: "avg_delta_dette_par_effectif",
        reads: ["dette_par_effectif"],
        at: (values, left, from) =>
          values("avg_delta_dette_par_effectif") -
          (values("dette_par_effectif") * (1 - left / from)) / DELTA_MONTHS,
      },
      {
        feature: "dette_par_effectif_diff_3",
        reads: ["dette_par_effectif"],
        at: (values, left, from) =>
          values("dette_par_effectif_diff_3") - values("dette_par_effectif") * (1 - left / from),
      },
      {
        feature: "ratio_dette_moy12m",
        reads: ["cotisation"],
        at: (values, left, from) =>
          values("ratio_dette_moy12m") - (from - left) / values("cotisation") / MEAN_MONTHS,
      },
      {
        feature: "delai_deviation_remboursement",
        reads: ["delai_montant_echeancier"],
        at: (values, left, from) =>
          values("delai_deviation_remboursement") -
          (from - left) / values("delai_montant_echeancier"),
      },
    ],
    untold: ["tag_debit"],
  },
  {
    // The director of the Urssaf may grant one (code de la sécurité sociale, art. R. 243-21). It can
    // be asked for, not given up: one that ends is repaid or broken off.
    name: "delai_urssaf",
    reads: ["dette_presente", "delai_en_cours"],
    range: (values) =>
      values("dette_presente") === 1 && values("delai_en_cours") === 0
        ? { from: 0, to: 1, step: 1 }
        : undefined,
    moves: [{ feature: "delai_en_cours", at: (_, granted) => granted }],
    untold: [
      "delai_nb_jours_total",
      "delai_nb_jours_restants",
      "delai_montant_echeancier",
      "delai_deviation_remboursement",
    ],
  },
  {
    // Capital paid in, partners' accounts turned into capital, profit left in the company.
    name: "fonds_propres",
    reads: ["autonomie_financiere"],
    range: (values, training) =>
      towardsMean("autonomie_financiere", "up", { values, training, step: 1 }),
    moves: [{ feature: "autonomie_financiere", at: (_, share) => share }],
    untold: ["taux_d_endettement", "ratio_de_liquidite", "poids_frng"],
  },
  {
    // Short-term bank credit turned into a loan or repaid: credit mediation exists for this.
    name: "credit_court_terme",
    reads: ["financier_court_terme"],
    range: (values, training) =>
      towardsMean("financier_court_terme", "down", { values, training, step: 1 }),
    moves: [{ feature: "financier_court_terme", at: (_, share) => share }],
    untold: ["frais_financier", "poids_frng", "ratio_de_liquidite"],
  },
  {
    // Suppliers are paid within 60 days (code de commerce, art. L. 441-10).
    name: "credit_fournisseurs",
    reads: ["credit_fournisseurs_jours"],
    range: (values, training) =>
      towardsMean("credit_fournisseurs_jours", "down", { values, training, step: 1 }),
    moves: [
      { feature: "credit_fournisseurs_jours", at: (_, days) => days },
      {
        feature: "delai_paiement_sur_delai_encaissement",
        at: (values, days, from) => (values("delai_paiement_sur_delai_encaissement") * days) / from,
      },
    ],
    untold: ["delai_fournisseur", "ratio_de_liquidite", "poids_bfr_exploitation_sur_ca"],
  },
  {
    // Lateness, unlike credit, breaks the same article.
    name: "retard_fournisseurs",
    reads: ["paydex_nb_jours"],
    range: (values, training) =>
      towardsMean("paydex_nb_jours", "down", { values, training, step: 1 }),
    moves: [
      { feature: "paydex_nb_jours", at: (_, days) => days },
      {
        feature: "paydex_yoy",
        at: (values, days, from) => values("paydex_yoy") - (from - days),
      },
    ],
    untold: ["paydex_group", "fpi_30", "fpi_90"],
  },
];
