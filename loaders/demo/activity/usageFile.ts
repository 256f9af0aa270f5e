import { addDays, type Month, type Span } from "../calendar.js";
import type { History } from "../history.js";
import { Random } from "../random.js";
import type { Sheet } from "../sheet.js";
import type { Activity } from "./activity.js";
import { type Agent, agentOf } from "./agents.js";
import { headDepartement } from "./consultations.js";
import type { Listed } from "./listed.js";
import { isPublished } from "./listFile.js";
import { listName, publicationOf } from "./lists.js";
import { delay, isoMoment, later, type Moment, officeHour } from "./moment.js";

/** Seconds between two actions of a visit. */
const PACE = [15, 240] as const;
/** Sheets opened outside a list: by a search, a year and company at distress 0, and its growth. */
const SEARCHED = 0.006;
const SEARCH_SLOPE = 0.7;
/** Searches by agents of another département: the access is logged (§5.4). */
const OUT_OF_ZONE = 0.05;
/** Searches are drawn once a quarter. */
const QUARTER = 3;

interface Visit {
  agent: Agent;
  at: Moment;
}

/** Writes the visits of agents to the sheet of a company: through a list, then through a search. */
export function writeUsage(
  file: Sheet<"journal_usage">,
  history: History,
  { consultations }: Activity,
): void {
  const { company, seed, span } = history;
  for (const { listing, agent, at, rank } of consultations) {
    if (!isPublished(listing, span) || at.day.month >= span.end) continue;
    const random = new Random(seed, "visit", company.index, rank);
    const list = listName(listing.list);
    writeVisit(file, { agent, at }, random, [
      { action: "connexion" },
      { action: "liste", list_name: list },
      { action: "fiche", siren: company.siren, list_name: list },
    ]);
  }
  writeSearches(file, history);
}

type Action = Pick<
  Parameters<Sheet<"journal_usage">["write"]>[0],
  "action" | "siren" | "list_name" | "results_count"
>;

function writeVisit(
  file: Sheet<"journal_usage">,
  { agent, at }: Visit,
  random: Random,
  actions: readonly Action[],
): void {
  let now = at;
  for (const action of actions) {
    file.write({
      date_action: isoMoment(now),
      utilisateur: agent.pseudonym,
      user_email: agent.email,
      segment: agent.segment,
      zone: agent.zone,
      ...action,
    });
    now = later(now, random.integer(...PACE));
  }
}

/** Searches of each quarter, more often for a company in distress. */
function writeSearches(file: Sheet<"journal_usage">, history: History): void {
  const { company, seed, life, span } = history;
  const from = Math.max(span.start, life.start);
  const first = QUARTER * Math.ceil(from / QUARTER);
  for (let m: Month = first; m < Math.min(span.end, life.end); m += QUARTER) {
    const random = new Random(seed, "search", company.index, m);
    const distress = Math.max(0, life.distress[m - life.start]!);
    if (!random.chance((SEARCHED / 4) * Math.exp(SEARCH_SLOPE * Math.min(3, distress)))) continue;
    writeSearch(file, history, m, random);
  }
}

function writeSearch(
  file: Sheet<"journal_usage">,
  history: History,
  m: Month,
  random: Random,
): void {
  const departement = headDepartement(history, m);
  if (!departement) return;
  const { company, span } = history;
  const away = random.chance(OUT_OF_ZONE);
  const agent = agentOf(away ? elsewhere(departement) : departement, random);
  const at = officeHour({ month: m, day: random.integer(1, 26) }, random);
  if (at.day.month >= span.end) return;
  const actions: Action[] = [
    { action: "connexion" },
    { action: "recherche", results_count: 1 + delay(4, random) },
    { action: agent.zone && away ? "hors_zone" : "fiche", siren: company.siren },
  ];
  writeVisit(file, { agent, at }, random, actions);
}

/** Another département than the one given. */
const elsewhere = (departement: string): string => (departement === "75" ? "69" : "75");

/** Exports of each list by départements: one in three in the fortnight after it came out. */
const EXPORTED = 0.35;

/** Writes the exports of the lists, once it is known how many companies each holds. */
export function writeExports(
  file: Sheet<"journal_usage">,
  seed: number,
  span: Span,
  listed: Listed,
): void {
  const keys = [...listed.keys()].sort((a, b) => (a < b ? -1 : 1));
  for (const key of keys) {
    const [list, departement] = key.split("/");
    const m = Number(list);
    const random = new Random(seed, "export", m, departement!);
    if (!random.chance(EXPORTED)) continue;
    const agent = agentOf(departement!, random);
    const wait = 1 + delay(7, random);
    const at = officeHour(addDays(publicationOf(m), wait), random);
    if (at.day.month >= span.end) continue;
    writeVisit(file, { agent, at }, random, [
      { action: "connexion" },
      { action: "liste", list_name: listName(m) },
      { action: "export", list_name: listName(m), results_count: listed.get(key)! },
    ]);
  }
}
