import { formatNumber, formatPercent } from "./format/number.js";
import { isPlural } from "./format/plural.js";
import type { Evaluation, Term } from "./model.js";

type Confusion = Evaluation["confusion"]["fort"];

/** Shares are told « sur 100 », the form that readers misjudge least (Gigerenzer et al., 2007). */
const outOfHundred = (share: number): string => formatNumber(100 * share);

/** « Sur 100 entreprises au-dessus de ce seuil, 52 ont connu …, 48 non. » */
export function precisionSentence({ precision }: Confusion, event: string): string {
  const found = Math.round(100 * precision);
  return `Sur 100 entreprises au-dessus de ce seuil, ${found} ${found === 1 ? "a connu" : "ont connu"} ${event}, ${100 - found} non.`;
}

/** « Sur 100 entreprises qui ont connu …, 34 étaient au-dessus de ce seuil, 66 en dessous. » */
export function recallSentence({ recall }: Confusion, event: string): string {
  const found = Math.round(100 * recall);
  return `Sur 100 entreprises qui ont connu ${event}, ${found} ${isPlural(found) ? "étaient" : "était"} au-dessus de ce seuil, ${100 - found} en dessous.`;
}

/** What the area under the curve means: the chance that a failing company is ranked above a healthy one (Hanley and McNeil, 1982). */
export function aucSentence({ auc }: Evaluation): string {
  return `Si l’on tire au sort une entreprise qui a connu une défaillance et une autre, le modèle place la première au-dessus ${outOfHundred(auc)} fois sur 100 (le hasard ferait 50).`;
}

/** An odds ratio as words: 1.5 « augmente les chances de 50 % », 0.8 « les réduit de 20 % », 3 « les multiplie par 3,0 ». */
export function oddsSentence({ oddsRatio }: Pick<Term, "oddsRatio">): string {
  if (oddsRatio >= 2)
    return `multiplie les chances de défaillance par ${formatNumber(oddsRatio, 1)}`;
  const change = formatPercent(100 * Math.abs(oddsRatio - 1), 0);
  return `${oddsRatio >= 1 ? "augmente" : "réduit"} les chances de défaillance de ${change}`;
}

/** Title of the weights: the sign that raises the chances most among those told from chance. */
export function weightsFinding(terms: readonly Term[]): string {
  const [strongest] = terms
    .filter(({ ciLow }) => ciLow > 0)
    .sort((a, b) => b.oddsRatio - a.oddsRatio);
  if (!strongest) return "Aucun signe n’augmente nettement le risque";
  const { label, transform } = strongest;
  const against =
    transform.kind === "level" ? ` par rapport au secteur « ${transform.reference} »` : "";
  return `${label} : le signe qui pèse le plus, il ${oddsSentence(strongest)}${against}`;
}

/** What the calibration says: on the whole, and at the extremes. */
export function calibrationFinding({ calibration: { bins } }: Evaluation): string {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  const announced = bins.reduce((sum, { n, meanPredicted }) => sum + n * meanPredicted, 0) / total;
  const observed = bins.reduce((sum, { n, observed: share }) => sum + n * share, 0) / total;
  return `Le modèle annonce en moyenne un risque de ${formatPercent(100 * announced)} ; il s’en est réalisé ${formatPercent(100 * observed)}`;
}
