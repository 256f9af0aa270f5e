/**
 * What the founding agreements state of themselves and no spreadsheet of the team repeats: their
 * totals and their financial annexes. The sums of `conventions` are checked against them.
 */
export interface SignedAgreement {
  /** As in the column `convention`. */
  convention: string;
  /** Totals the document states over its startups, euros. */
  ae: number;
  cp: number | null;
  /** AE of the agreement it amends, before it, when its document gives the new total. */
  before?: number;
  after?: number;
  document: string;
}

export const SIGNED_AGREEMENTS: readonly SignedAgreement[] = [
  {
    convention: "SG-MEF–DGE 2018, avenant 1",
    ae: 400_000,
    cp: 400_000,
    before: 200_000,
    after: 600_000,
    document: "avenant no 1 du 18 juillet 2019",
  },
  {
    convention: "DGEFP–DGE 2023",
    ae: 600_000,
    cp: 673_032,
    document: "convention du 13 décembre 2022",
  },
];

/** One post of a financial annex, euros; `total` is what the two administrations pay together. */
export interface AnnexPost {
  post: string;
  /** What it pays for, as the annex says it. */
  detail: string;
  share: number;
  total: number | null;
}

export interface Annex {
  convention: string;
  startup: string;
  name: string;
  posts: readonly AnnexPost[];
  /** Totals as the annex prints them. */
  share: number;
  total: number | null;
}

/** Annexes 1 and 2 of the agreement of 13 December 2022 (NOR ECOI2236199X). */
export const ANNEXES: readonly Annex[] = [
  {
    convention: "DGEFP–DGE 2023",
    startup: "place-des-entreprises",
    name: "annexe 1",
    posts: [
      {
        post: "Prestations",
        detail:
          "deux développeurs, une personne à la communication et au marketing web, une à l’environnement numérique, une juriste",
        share: 424_435,
        total: 848_870,
      },
      {
        post: "Outils de production",
        detail: "hébergeur, serveur de courriel, outil de démonstration",
        share: 23_500,
        total: 47_000,
      },
      {
        post: "Acquisition (Google Ads)",
        detail: "annonces en ligne",
        share: 50_000,
        total: 100_000,
      },
      { post: "Frais annexes", detail: "frais annexes", share: 2_065, total: 4_130 },
    ],
    share: 500_000,
    total: 1_000_000,
  },
  {
    convention: "DGEFP–DGE 2023",
    startup: "signaux-faibles",
    name: "annexe 2",
    posts: [
      {
        post: "Prestations",
        detail: "deux développeurs, une personne à l’accompagnement des usages, un data scientist",
        share: 90_000,
        total: null,
      },
      {
        post: "Audit de sécurité (tests d’intrusion)",
        detail: "audit de sécurité",
        share: 10_000,
        total: null,
      },
    ],
    share: 100_000,
    total: null,
  },
];

/** Contradictions found inside the founding documents, told as they are. */
export const DOCUMENT_NOTES: readonly string[] = [
  "La convention DGEFP–DINUM est datée du 1er janvier 2020 par son avenant, mais elle a été signée le 25 mars 2020 : c’est cette date qui est retenue.",
  "La convention du 13 décembre 2022 nomme l’axe « ministériel 2 » à l’article 1.2 et « Axe ministériel 36 » à l’article 3 : l’axe 1 porte le code 36, l’axe 2 le nom du service.",
  "Le même document écrit le code d’activité 10300000104 dans son tableau et 010300000104 dans son texte : c’est le même code, gardé avec son zéro.",
  "La convention du 25 mars 2020 ne donne pas de montant de crédits de paiement : la case reste vide, elle n’est pas déduite des autorisations d’engagement.",
  "La convention du 25 mars 2020 écrit « délégrant » pour la DGEFP : coquille du document, à lire « délégant ».",
];
