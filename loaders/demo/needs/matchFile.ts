import {
  type MatchStatus,
  type NeedStatus,
  needStatus,
} from "../../../src/lib/needs/needStatus.js";
import { DEPARTEMENTS, REGIONS } from "../../geography.js";
import { type Moment, slashMoment } from "../activity/moment.js";
import { addDays, type Day, type Month } from "../calendar.js";
import { stayIn } from "../establishment.js";
import { type History, staffAt } from "../history.js";
import { quoted } from "../notation.js";
import { Random } from "../random.js";
import type { Row, Sheet } from "../sheet.js";
import { type Match, statusAt } from "./matches.js";
import { type Solicitation, solicitationsOf } from "./solicitations.js";

type MatchRow = Row<"mises_en_relation">;

/** Labels of the export (conseillers-entreprises, `config/locales/models.fr.yml`). */
const MATCH_LABELS: Record<MatchStatus, string> = {
  quo: "En attente de réponse",
  taking_care: "Pris en charge",
  done: "Aide proposée",
  done_no_help: "Pas d’aide disponible",
  done_not_reachable: "Non joignable",
  not_for_me: "Refusé",
};
const NEED_LABELS: Record<NeedStatus, string> = {
  ...MATCH_LABELS,
  diagnosis_not_complete: "Analyse en cours",
  taking_care: "En cours de prise en charge",
  done: "Besoin clôturé / Aide proposée",
  done_not_reachable: "Entreprise non joignable",
};
/** Days after which a need without any stand gets its last chance, is given up, is archived (§1.2). */
const LAST_CHANCE = 21;
const ABANDON = 45;
const ARCHIVE = 183;
/** The survey leaves ten days after a need is closed with help (§1.2). */
const SURVEY = 10;

const REGION_NAMES = new Map(REGIONS.map(({ code, nom }) => [code, nom]));
const DEPARTEMENT_NAMES = new Map(DEPARTEMENTS.map(({ code, nom }) => [code, nom]));

/** Writes the matches of a company that were sent in the months covered, as they stood at the end of them. */
export function writeMatches(file: Sheet<"mises_en_relation">, history: History): void {
  const { start, end } = history.span;
  for (const solicitation of solicitationsOf(history)) {
    const { month } = solicitation.sent.day;
    if (month < start || month >= end) continue;
    const stay = stayIn(history.sites[0]!, month);
    if (!stay?.place) continue;
    const common = {
      ...requestOf(solicitation),
      ...companyOf(history, stay.siret, month),
      ...placeOf(stay.place.commune),
      ...needOf(history, solicitation),
    };
    solicitation.matches.forEach((match, rank) => {
      const own = matchOf(match, rank, stay.place!.commune.departement, history, solicitation);
      file.write({ ...common, ...own });
    });
  }
}

function requestOf({ filed, chosen, channel }: Solicitation): MatchRow {
  return {
    "Date de sollicitation": slashMoment(filed),
    "Description de la sollicitation": quoted("Demande fictive, que personne n’a écrite"),
    "Type de source": channel,
    "Intitulé de la source": channel === "iframe" ? "Site partenaire fictif" : "",
    "Thème choisi sur le site": quoted(chosen.theme),
    "Option choisie sur le site": quoted(chosen.subject),
    "Statut de la sollicitation": "Mise en relation",
  };
}

/** Size classes of the portal (`codes_effectif.fr.yml`): least headcount and label. */
const SIZE_LABELS = [
  [250, "250 salariés et plus"],
  [50, "50 à 249 salariés"],
  [20, "20 à 49 salariés"],
  [10, "10 à 19 salariés"],
  [6, "6 à 9 salariés"],
  [1, "1 à 5 salariés"],
  [0, "0 salarié, entreprise non employeuse et auto-entrepreneur"],
] as const;

/** Label of a legal category by its first digits, in the words of the INSEE. */
function legalLabel(category: string): string {
  if (category.startsWith("1")) return "Entrepreneur individuel";
  if (category.startsWith("54")) return "SARL";
  if (category.startsWith("57")) return "SAS";
  if (category.startsWith("92")) return "Association";
  return category.startsWith("5") ? "Société commerciale" : "Autre";
}

/** Names and addresses are plainly invented; the numbers are those kept for fiction by the ARCEP (01 99 00). */
function companyOf({ company, ...history }: History, siret: string, m: Month): MatchRow {
  const staff = staffAt({ company, ...history }, m);
  return {
    "Id de l’établissement": company.index + 1,
    SIRET: siret,
    "Nom de l’entreprise": quoted(company.name),
    "Catégorie juridique": legalLabel(company.legalCategory),
    "Code NAF": company.ape.replace(".", ""),
    Effectifs: quoted(SIZE_LABELS.find(([least]) => staff >= least)![1]),
    "Contact en entreprise": "Camille FICTIF",
    "Adresse mail du contact entreprise": `contact${company.index}@exemple.invalid`,
    "Téléphone du contact entreprise": `01 99 00 ${pair(company.index / 100)} ${pair(company.index)}`,
  };
}

const pair = (n: number): string => String(Math.floor(n) % 100).padStart(2, "0");

function placeOf(commune: { nom: string; region: string }): MatchRow {
  return {
    Commune: quoted(commune.nom),
    "Région de l’établissement": quoted(REGION_NAMES.get(commune.region) ?? ""),
  };
}

/** Numbers that go up with the company, then the request, then the match. */
const requestId = (company: number, rank: number): number => (company + 1) * 1000 + rank * 10;

function needOf({ company, span }: History, solicitation: Solicitation): MatchRow {
  const { matches, sent, real, rank } = solicitation;
  const { end } = span;
  const status = needStatus(matches.map((match) => statusAt(match, end)));
  const id = requestId(company.index, rank);
  return {
    "Id de la sollicitation": id,
    "Date de transmission du besoin": slashMoment(sent),
    "Identifiant du besoin": id + 1,
    Conseiller: "Alex IMAGINAIRE",
    "Thème réel": quoted(real.theme),
    "Sujet réel": quoted(real.subject),
    "Statut du besoin": quoted(NEED_LABELS[status]),
    ...remindersOf(solicitation, end),
    "Page besoin": `https://exemple.invalid/besoins/${id + 1}`,
    ...satisfactionOf(solicitation, end),
  };
}

/** The mails sent while nobody takes a stand. */
function remindersOf({ matches, sent }: Solicitation, end: Month): MatchRow {
  const first = firstOf(matches.flatMap(({ stand }) => (stand ? [stand.day] : [])));
  const on = (days: number): string => {
    const day = addDays(sent.day, days);
    const stillWaiting = !first || isBefore(day, first);
    return day.month < end && stillWaiting ? slashMoment({ day, second: sent.second }) : "";
  };
  return {
    "Date d’envoi mail de la dernière chance": on(LAST_CHANCE),
    "Date d’abandon": on(ABANDON),
    "Date d’archivage": on(ARCHIVE),
  };
}

const isBefore = (a: Day, b: Day): boolean =>
  a.month < b.month || (a.month === b.month && a.day < b.day);

const firstOf = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>(
    (first, day) => (first && isBefore(first, day) ? first : day),
    undefined,
  );

function satisfactionOf({ matches, satisfaction }: Solicitation, end: Month): MatchRow {
  const closed = matches
    .filter((match) => statusAt(match, end) === "done")
    .map((match) => match.closed!.day);
  if (!satisfaction || closed.length === 0) return {};
  if (addDays(firstOf(closed)!, SURVEY).month >= end) return {};
  return {
    "Satisfaction - rappel": satisfaction.contacted ? "oui" : "non",
    "Satisfaction - utilité": satisfaction.useful ? "oui" : "non",
    "Satisfaction - solutions": satisfaction.useful ? "Aide au choix" : "",
    "Commentaire de satisfaction": quoted("Commentaire fictif"),
  };
}

function matchOf(
  match: Match,
  rank: number,
  departement: string,
  { seed, company, span }: History,
  solicitation: Solicitation,
): MatchRow {
  const status = statusAt(match, span.end);
  const known = (moment: Moment | undefined): string =>
    moment && moment.day.month < span.end ? slashMoment(moment) : "";
  const expert = new Random(seed, "expert", departement, match.institution).integer(1000, 99_999);
  return {
    "Id de la mise en relation": requestId(company.index, solicitation.rank) + 2 + rank,
    "Id de l’expert": expert,
    Expert: `Expert fictif ${expert}`,
    "Antenne de l’expert": quoted(
      `${match.institution} ${DEPARTEMENT_NAMES.get(departement) ?? departement}`,
    ),
    "Institution de l’expert": match.institution,
    "Statut de la mise en relation": quoted(MATCH_LABELS[status]),
    "Date de prise en charge": status === "quo" || match.refused ? "" : known(match.stand),
    "Date de clôture": status.startsWith("done") ? known(match.closed) : "",
  };
}
