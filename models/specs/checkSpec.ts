import { closest } from "../../src/lib/closest.js";
import { VigieError } from "../../src/lib/error.js";
import type { Spec } from "../../src/lib/fit/spec.js";
import { VARIABLES } from "../features/families.js";

/** Columns beside the variables: what is predicted, and what already shows it. */
const TOLD_AFTERWARDS = ["outcome", "strong_signal", "en_procedure", "en_defaut"];

/**
 * Throws a VigieError when a specification, or one it falls back on, has no outcome, learns from
 * the outcome, or names a variable that does not exist. The compiler does not see a specification
 * that was built at run time, nor the names of variables.
 */
export function checkSpec(spec: Spec, file = `models/specs/${spec.name}.ts`): void {
  if (typeof spec.outcome !== "string" || spec.outcome.trim() === "") {
    throw mistake(
      "spec-without-outcome",
      `la spécification « ${spec.name} » ne dit pas ce qu’elle prédit`,
      'Ajoutez « outcome » à la spécification, par exemple : outcome: "Ouverture d’une procédure collective dans les 18 mois".',
      file,
      "outcome",
    );
  }
  const names = VARIABLES.map(({ name }) => name);
  for (const { feature } of spec.terms) {
    if (TOLD_AFTERWARDS.includes(feature)) {
      throw mistake(
        "leaking-feature",
        `« ${feature} » dit ce que le modèle doit prédire`,
        `Retirez ce terme : on ne le connaît pas le jour où l’on note. Les variables possibles sont dans models/features.`,
        file,
        feature,
      );
    }
    if (!names.includes(feature)) {
      throw mistake(
        "unknown-feature",
        `la variable « ${feature} » n’existe pas`,
        `Vouliez-vous « ${closest(feature, names)} » ? Les variables sont définies dans models/features.`,
        file,
        feature,
      );
    }
  }
  for (const part of spec.fallback ? [spec.fallback.from, spec.fallback.to] : []) {
    checkSpec(part, file);
  }
}

function mistake(
  code: string,
  message: string,
  remedy: string,
  file: string,
  quote: string,
): VigieError {
  return new VigieError(code, message, remedy, 2, { file, quote });
}
