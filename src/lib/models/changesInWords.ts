import { formatNumber } from "../format/number.js";
import type { ModelChanges } from "./modelsTable.js";

/** Moves told: the largest say what a reader needs. */
const TOLD = 3;

/** A move that two decimals do not show is none for a reader. */
const VISIBLE = 0.005;

/** What changed from the model before, in one or two sentences. */
export function changesInWords(changes: ModelChanges | null): string {
  if (!changes) return "Premier modèle du registre.";
  const { added, removed, moved } = changes;
  const seen = moved.filter(({ from, to }) => Math.abs(to - from) >= VISIBLE).slice(0, TOLD);
  const parts = [
    added.length > 0 ? `Ajoutés : ${added.join(", ")}.` : "",
    removed.length > 0 ? `Retirés : ${removed.join(", ")}.` : "",
    seen.length > 0
      ? `Poids les plus changés : ${seen
          .map(
            ({ label, from, to }) =>
              `${label} (de ${formatNumber(from, 2)} à ${formatNumber(to, 2)})`,
          )
          .join(" ; ")}.`
      : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" ") : "Aucun poids visible n’a changé.";
}
