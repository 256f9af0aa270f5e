import type { CompanySheet } from "../agents.js";
import { formatPercent } from "../format/number.js";
import { LEVELS } from "../levels.js";
import type { Reason } from "../reasons.js";
import { LEVERS } from "./catalogue.js";
import { whyGiven } from "./given.js";
import { quantityInWords, type ShownChange, type ShownOption } from "./shown.js";

/** One line of the table of changes: changes that only work together follow one another. */
export interface ChangeLine extends ShownChange {
  option: ShownOption;
}

/** The lines of the table, the smallest change first. */
export function linesOf(options: readonly ShownOption[]): ChangeLine[] {
  return options.flatMap((option) => option.changes.map((change) => ({ ...change, option })));
}

/** What the table holds, its caption. */
export function captionOf(options: readonly ShownOption[]): string {
  if (options.some(({ changes }) => changes.length > 1)) {
    return "Deux changements qui suffiraient ensemble";
  }
  return options.length > 1
    ? "Changements dont un seul suffirait, le plus petit en premier"
    : "Le plus petit changement qui suffirait";
}

/** A cell of the table, « masqué » where the rights do not give the figure. */
export function cellOf({ lever }: ShownChange, value: number | null): string {
  return value === null ? "masqué" : quantityInWords(lever, value);
}

/** « risque modéré (12,3 %) », the level alone where the rights do not give the probability. */
export function outcomeOf({ level, probability }: ShownOption): string {
  const { label } = LEVELS[level];
  return probability === null ? label : `${label} (${formatPercent(100 * probability)})`;
}

type Sheet = Pick<CompanySheet, "level" | "rights" | "counterfactual">;

/**
 * Signs that worry and on which nothing is proposed, each with the reason; empty when there are
 * none.
 */
export function leftOutInWords(worrying: readonly Pick<Reason, "feature" | "label">[]): string {
  const signs = worrying.flatMap(({ feature, label }) => {
    const reason = whyGiven(feature);
    return reason ? [`${uncapitalised(label)} (${reason})`] : [];
  });
  return signs.length === 0 ? "" : `Aucun changement n’est proposé sur : ${signs.join(" ; ")}.`;
}

function uncapitalised(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** What to bear in mind when reading the block, the most important first. */
export function cautionsOf({ level, rights, counterfactual }: Sheet): string[] {
  const options = counterfactual?.options ?? [];
  const levers = linesOf(options).map(({ lever }) => LEVERS[lever]);
  return [
    ...(counterfactual && counterfactual.level !== level
      ? [
          `Sans les ajustements d’experts, le modèle donne « ${LEVELS[counterfactual.level].label} » : c’est ce niveau que le calcul fait baisser, et non celui affiché.`,
        ]
      : []),
    "C’est une indication tirée du modèle, ni un conseil ni une promesse : un signe va avec le risque sans en être forcément la cause.",
    "Seuls sont envisagés la dette sociale, le délai de paiement et les postes du bilan ou du paiement des fournisseurs qu’une entreprise peut changer ; un ratio ne dépasse pas la moyenne des entreprises et ne bouge pas de plus d’un écart type.",
    ...(levers.some(({ fromAccounts }) => fromAccounts)
      ? ["Un poste du bilan ne change, pour le modèle, qu’une fois publiés les comptes suivants."]
      : []),
    ...(rights === "B" && levers.some(({ family }) => family === "dette_sociale")
      ? [
          "Vos droits ne donnent pas les montants de l’Urssaf : un changement de la dette est nommé sans chiffre.",
        ]
      : []),
  ];
}
