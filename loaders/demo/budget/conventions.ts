import { type Day, type Month, month } from "../calendar.js";

/** A post of the financial annex of an agreement, and where it stands in beta.gouv's referential. */
export interface Post {
  name: string;
  activity: string;
  resource: string;
  /** Whole euros: commitments, then payments. */
  ae: number;
  cp: number;
}

/** An agreement that funds a service, or what an agreement gives to one service. */
export interface Convention {
  name: string;
  startup: "signaux-faibles" | "place-des-entreprises" | "pre-incubation";
  instrument: "convention" | "avenant";
  parties: string;
  signed: Day;
  starts?: Day;
  ends?: Day;
  /** Euros; payments are undefined where the document gives none. */
  ae: number;
  cp?: number;
  /** Part of the payments that pays for earlier commitments (« restes à payer »). */
  carriedOver?: number;
  /** Commitments of the agreement with its amendments. */
  aeTotal?: number;
  programme: string;
  domain: string;
  unit: string;
  activity: string;
  costCentre?: string;
  axis?: string;
  document: string;
  /** Months in which it is spent here, the last one included. */
  spent: readonly [from: Month, to: Month];
  posts: readonly Post[];
}

/** The whole of an agreement whose annex names no post. */
const whole = (ae: number): readonly Post[] => [services("Prestations", ae)];

function services(name: string, amount: number): Post {
  return {
    name,
    activity: "Développeur",
    resource: "Prestations externes",
    ae: amount,
    cp: amount,
  };
}

const PROGRAMME_103 = { programme: "103", domain: "0103-01-01", axis: "36" };
const AVENANT_2019 = {
  instrument: "avenant",
  parties: "SG-MEF, DINSIC, DGE",
  signed: { month: month(2019, 7), day: 18 },
  programme: "218",
  domain: "0218-07-06",
  unit: "0218-CEMA-C026",
  activity: "21802040101",
  costCentre: "CCCSC06075",
  document: "Avenant no 1 du 18 juillet 2019 à la convention du 7 juillet 2018",
  spent: [month(2019, 8), month(2019, 12)],
} as const;
const CONVENTION_2023 = {
  ...PROGRAMME_103,
  instrument: "convention",
  parties: "DGEFP, DGE",
  signed: { month: month(2022, 12), day: 13 },
  starts: { month: month(2023, 1), day: 1 },
  ends: { month: month(2023, 12), day: 31 },
  unit: "0103-CEFP-C002",
  activity: "010300000104",
  costCentre: "EMPEF00075",
  spent: [month(2023, 1), month(2023, 12)],
} as const;

/** What the founding agreements say, to the euro; the months in which it was spent are ours. */
export const CONVENTIONS: readonly Convention[] = [
  {
    ...AVENANT_2019,
    name: "SG-MEF–DGE 2018, avenant 1",
    startup: "place-des-entreprises",
    ae: 150_000,
    cp: 150_000,
    posts: whole(150_000),
  },
  {
    ...AVENANT_2019,
    name: "SG-MEF–DGE 2018, avenant 1",
    startup: "pre-incubation",
    ae: 250_000,
    cp: 250_000,
    posts: whole(250_000),
  },
  {
    ...PROGRAMME_103,
    name: "DGEFP–DINUM 2020",
    startup: "signaux-faibles",
    instrument: "convention",
    parties: "DGEFP, DINUM",
    signed: { month: month(2020, 3), day: 25 },
    ae: 100_000,
    unit: "0103-CEFP-C003",
    activity: "010300000112",
    costCentre: "EMPEF00075",
    document: "Convention DGEFP-DINUM du 25 mars 2020",
    spent: [month(2020, 4), month(2020, 9)],
    posts: whole(100_000),
  },
  {
    ...PROGRAMME_103,
    name: "DGEFP–DINUM 2020, avenant 1",
    startup: "signaux-faibles",
    instrument: "avenant",
    parties: "DGEFP, DINUM",
    signed: { month: month(2020, 10), day: 2 },
    ae: 134_640,
    cp: 134_640,
    aeTotal: 234_640,
    unit: "0103-CEFP-C003",
    activity: "010300000112",
    document: "Avenant no 1 du 2 octobre 2020 à la convention DGEFP-DINUM",
    spent: [month(2020, 10), month(2020, 12)],
    posts: whole(134_640),
  },
  {
    ...CONVENTION_2023,
    name: "DGEFP–DGE 2023",
    startup: "place-des-entreprises",
    ae: 500_000,
    cp: 573_032,
    carriedOver: 73_032,
    document: "Convention DGEFP-DGE du 13 décembre 2022 (NOR ECOI2236199X), annexe 1",
    posts: [
      services("Prestations", 424_435),
      {
        name: "Outils de production",
        activity: "Hébergement cloud",
        resource: "Logiciel/SaaS/PaaS",
        ae: 23_500,
        cp: 23_500,
      },
      {
        name: "Acquisition (Google Ads)",
        activity: "Déploiement/Communication",
        resource: "Autre",
        ae: 50_000,
        cp: 50_000,
      },
      { name: "Frais annexes", activity: "Autre", resource: "Autre", ae: 2_065, cp: 2_065 },
      {
        name: "Restes à payer de 2022",
        activity: "Développeur",
        resource: "Prestations externes",
        ae: 0,
        cp: 73_032,
      },
    ],
  },
  {
    ...CONVENTION_2023,
    name: "DGEFP–DGE 2023",
    startup: "signaux-faibles",
    ae: 100_000,
    cp: 100_000,
    document: "Convention DGEFP-DGE du 13 décembre 2022 (NOR ECOI2236199X), annexe 2",
    posts: [
      services("Prestations", 90_000),
      {
        name: "Audit de sécurité (tests d’intrusion)",
        activity: "Sécurité",
        resource: "Prestations externes",
        ae: 10_000,
        cp: 10_000,
      },
    ],
  },
];
