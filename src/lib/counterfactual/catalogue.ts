import type { Group } from "../groups.js";

export interface LeverEntry {
  /** Two levers of one family are never proposed together: they are two views of the same accounts. */
  family: Group;
  /** The quantity, as a table names it. */
  label: string;
  /** The change as an infinitive, to be followed by « de … à … » when there is a unit. */
  action: string;
  /** Replaces it when the quantity is brought to zero, followed by « (… aujourd’hui) ». */
  clearing?: string;
  /** Replaces it for whom may not read the quantity. */
  unquantified: string;
  /** Empty for a step of yes or no. */
  unit: string;
  decimals: number;
  /** Read from the accounts of the last closing: what is done today shows at the next one. */
  fromAccounts: boolean;
}

/** What a company can act on, in words. The formulas are in `models/counterfactual/actionable.ts`. */
export const LEVERS = {
  dette_sociale: {
    family: "dette_sociale",
    label: "Dette sociale",
    action: "ramener sa dette sociale",
    clearing: "rembourser toute sa dette sociale",
    unquantified: "réduire suffisamment sa dette sociale",
    unit: "€",
    decimals: 0,
    fromAccounts: false,
  },
  delai_urssaf: {
    family: "dette_sociale",
    label: "Délai de paiement Urssaf",
    action: "obtenir un délai de paiement de l’Urssaf",
    unquantified: "obtenir un délai de paiement de l’Urssaf",
    unit: "",
    decimals: 0,
    fromAccounts: false,
  },
  fonds_propres: {
    family: "sante_financiere",
    label: "Autonomie financière",
    action: "porter ses fonds propres, en part du total de son bilan,",
    unquantified: "renforcer suffisamment ses fonds propres",
    unit: "%",
    decimals: 1,
    fromAccounts: true,
  },
  credit_court_terme: {
    family: "sante_financiere",
    label: "Concours bancaires courants sur chiffre d’affaires",
    action: "ramener ses concours bancaires courants, en part de son chiffre d’affaires,",
    unquantified: "réduire suffisamment ses concours bancaires courants",
    unit: "%",
    decimals: 1,
    fromAccounts: true,
  },
  credit_fournisseurs: {
    family: "sante_financiere",
    label: "Crédit fournisseurs",
    action: "ramener son crédit fournisseurs",
    unquantified: "réduire suffisamment son crédit fournisseurs",
    unit: "jours",
    decimals: 0,
    fromAccounts: true,
  },
  retard_fournisseurs: {
    family: "retards_paiement",
    label: "Retard moyen de paiement des fournisseurs",
    action: "ramener son retard moyen de paiement des fournisseurs",
    clearing: "résorber son retard de paiement des fournisseurs",
    unquantified: "réduire suffisamment ses retards de paiement des fournisseurs",
    unit: "jours",
    decimals: 0,
    fromAccounts: false,
  },
} as const satisfies Record<string, LeverEntry>;

export type LeverName = keyof typeof LEVERS;
