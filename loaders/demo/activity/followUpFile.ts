import type { History } from "../history.js";
import { staffAt } from "../history.js";
import { quoted } from "../notation.js";
import { Random } from "../random.js";
import type { Sheet } from "../sheet.js";
import type { Activity } from "./activity.js";
import type { FollowUp, FollowUpEvent } from "./followUps.js";
import { isoMoment } from "./moment.js";

/** Several codes in one cell are joined by a bar. */
const BAR = " | ";
/** Sizes of décret 2008-1354 by headcount; TPE below ten. */
const SIZES = [
  [5000, "GE"],
  [250, "ETI"],
  [10, "PME"],
  [0, "TPE"],
] as const;
/** Industrial branches (« filières ») by section; some of the 22. */
const BRANCHES: Partial<Record<string, readonly string[]>> = {
  A: ["Agroalimentaire", "Bois"],
  B: ["Mines et métallurgie"],
  C: ["Aéronautique", "Agroalimentaire", "Automobile", "Chimie et matériaux", "Mode et luxe"],
  D: ["Nouveaux systèmes énergétiques"],
  E: ["Transformation et valorisation des déchets", "Eau"],
  F: ["Industries pour la construction"],
  J: ["Infrastructures numériques", "Industries culturelles et créatives"],
};
const DIFFICULTIES = [
  "tresorerie",
  "endettement",
  "perte_de_marche",
  "approvisionnement",
  "personnel",
];
const REDIRECTIONS = ["mediation_credit", "tribunal_de_commerce", "ccsf", "region"];
/** The CIRI takes companies of more than 400 employees (decree of 1982). */
const CIRI_SIZE = 400;
/** Shares of follow-ups that carry a label or were sent elsewhere by the CODEFI. Ours. */
const LABELLED = 0.15;
const REDIRECTED = 0.2;

/** Writes the whole state of the follow-ups of a company at each of their events. */
export function writeFollowUps(
  file: Sheet<"accompagnements">,
  history: History,
  { followUps }: Activity,
): void {
  const { span } = history;
  for (const followUp of followUps) {
    for (const event of followUp.events) {
      const { month } = event.at.day;
      if (month < span.start || month >= span.end) continue;
      file.write({ ...standing(history, followUp), ...stateOf(followUp, event) });
    }
  }
}

function stateOf({ actions }: FollowUp, { at, state, criticality, actions: taken }: FollowUpEvent) {
  return {
    date_evenement: isoMoment(at),
    state,
    criticite: criticality,
    actions: quoted(actions.slice(0, taken).join(BAR)),
  };
}

/** What does not change from one event to the next. */
function standing(history: History, { rank, ...followUp }: FollowUp) {
  const { company, seed } = history;
  const random = new Random(seed, "standing", company.index, rank);
  const staff = staffAt(history, followUp.events[0]!.at.day.month);
  const branches = BRANCHES[company.sector.section];
  const labelled = random.chance(LABELLED);
  const label = staff >= CIRI_SIZE ? "CIRI" : random.pick(["AR-PB", "Alerte MRE", "Alerte DIRE"]);
  const troubles = [random.pick(DIFFICULTIES), random.pick(DIFFICULTIES)];
  const redirected = random.chance(REDIRECTED) && followUp.network === "CODEFI";
  return {
    tracking_id: trackingId(company.index, rank),
    siret: followUp.siret,
    labels: labelled ? label : "",
    difficultes: quoted([...new Set(troubles)].join(BAR)),
    reorientation_codefi: redirected ? random.pick(REDIRECTIONS) : "",
    reseau: followUp.network,
    segment: followUp.segment,
    departement: followUp.departement,
    region: followUp.region,
    taille: SIZES.find(([least]) => staff >= least)![1],
    filiere: branches ? random.pick(branches) : "",
    referents: quoted(`Agent fictif no ${random.integer(1, 99)}`),
    participants: quoted("Participants fictifs"),
    synthese: quoted("Synthèse fictive, sans rapport avec une entreprise réelle"),
    commentaires: quoted("Commentaire fictif"),
  };
}

const trackingId = (company: number, rank: number): string =>
  `${String(company + 1).padStart(7, "0")}${rank}`;
