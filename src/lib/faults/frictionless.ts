import type { FaultCode } from "./faults.js";

/** What becomes here of an error that Frictionless names and the reader does not raise. */
export interface NotRaised {
  /** In French. */
  why: string;
  /** Codes that say the same thing more exactly. */
  instead?: readonly FaultCode[];
}

/**
 * The 34 data errors of Frictionless 5.19 (`frictionless/errors`), in its order; each is raised
 * under its own name (null) or is accounted for.
 */
export const FRICTIONLESS: Readonly<Record<string, NotRaised | null>> = {
  "encoding-error": null,
  "format-error": null,
  "scheme-error": {
    why: "Les fichiers sont déposés dans un dossier : il n’y a pas d’adresse, donc pas de protocole.",
  },
  "compression-error": null,
  "source-error": null,
  "hash-count": {
    why: "Aucun partenaire n’annonce d’empreinte. La somme de contrôle que portent les archives est vérifiée.",
    instead: ["compression-error"],
  },
  "byte-count": {
    why: "Aucun partenaire n’annonce de taille. Celle que portent les archives est vérifiée.",
    instead: ["compression-error"],
  },
  "field-count": {
    why: "Les colonnes sont retrouvées par leur nom, quel que soit leur nombre.",
    instead: ["missing-label", "extra-label"],
  },
  "row-count": {
    why: "Aucun partenaire n’annonce de nombre de lignes. Celles d’un fichier sont comptées à la réception, puis à la lecture.",
    instead: ["line-count"],
  },
  "blank-header": null,
  "unmatched-header": null,
  "blank-label": null,
  "duplicate-label": null,
  "missing-label": null,
  "extra-label": null,
  "incorrect-label": null,
  "blank-row": null,
  "duplicate-row": null,
  "primary-key": null,
  "foreign-key": {
    why: "Les deux références d’une ligne ont un nom plus précis : son compte et son entreprise.",
    instead: ["account-without-siret", "out-of-perimeter", "unknown-commune"],
  },
  "row-constraint": {
    why: "La contrainte entre colonnes d’une ligne a un nom plus précis.",
    instead: ["siret-of-another-siren"],
  },
  "missing-cell": null,
  "extra-cell": null,
  "type-error": null,
  "constraint-error": null,
  "unique-error": {
    why: "Aucune colonne n’est unique en dehors des clés.",
    instead: ["primary-key"],
  },
  "truncated-value": null,
  "forbidden-value": {
    why: "Les colonnes à codes ont la liste de ce qui est permis, non de ce qui est interdit.",
    instead: ["constraint-error"],
  },
  "sequential-value": {
    why: "Aucune colonne n’est numérotée sans trou, sauf les mois des effectifs.",
    instead: ["period-gap"],
  },
  "ascii-value": {
    why: "Identifiants, dates et nombres sont en ASCII par leur type ; les textes sont libres.",
    instead: ["type-error"],
  },
  "deviated-value": {
    why: "Un montant extrême peut être vrai : c’est la répartition de la colonne entière qui est comparée aux lots précédents.",
  },
  "deviated-cell": {
    why: "Une raison sociale très longue peut être vraie ; une ligne démesurée arrête le fichier.",
    instead: ["source-error"],
  },
  "required-value": {
    why: "Un code qui n’apparaît plus est cherché d’un lot à l’autre, dans la répartition de la colonne.",
  },
  "table-dimensions": null,
};
