import { addDays, type Day, type Month } from "../calendar.js";
import { stayIn } from "../establishment.js";
import type { History } from "../history.js";
import { Random } from "../random.js";
import { agentOf } from "./agents.js";
import { type Consultation, headDepartement } from "./consultations.js";
import { delay, type Moment, officeHour } from "./moment.js";

export type State = "in_progress" | "under_surveillance" | "completed";
export type Criticality = "rouge" | "orange" | "vert";

/** The state of a follow-up after an event. */
export interface FollowUpEvent {
  at: Moment;
  state: State;
  criticality: Criticality;
  /** How many of its actions were taken so far. */
  actions: number;
}

/** A follow-up (« accompagnement ») of an établissement by agents. */
export interface FollowUp {
  rank: number;
  siret: string;
  departement: string;
  region: string;
  /** What it follows from: a listing looked at, or the company's request to the CCSF. */
  origin: "liste" | "demande";
  segment: ReturnType<typeof agentOf>["segment"];
  network: string;
  actions: string[];
  events: FollowUpEvent[];
}

/**
 * Part of consultations and of requests to the CCSF that lead to a follow-up. With the volumes of
 * lists this makes about 700 a half-year for 350,000 companies (beta.gouv.fr, first half of 2026).
 */
const FROM_CONSULTATION = { fort: 0.1, modéré: 0.05 };
const FROM_REQUEST = 0.12;
/** From the consultation, a month to get in touch; requests are urgent. Days. */
const CONTACT = { liste: 30, demande: 8 };
/** A follow-up moves about every ten weeks and lasts nine months or so. */
const STEP = 70;
const MOST_STEPS = 6;
const ENDING = 0.3;
/** The ten actions of the service are not public by name: these are ours. */
const ACTIONS = [
  "entretien_dirigeant",
  "plan_tresorerie",
  "saisine_ccsf",
  "mediation_credit",
  "mediation_entreprises",
  "activite_partielle",
  "pret_public",
  "audit",
  "mandat_ad_hoc",
  "conciliation",
];

interface Trigger {
  origin: FollowUp["origin"];
  day: Day;
  random: Random;
}

/**
 * Follow-ups of a company, oldest first: each after a list or a request, one running per SIRET. They
 * change nothing to the life of the company: whoever measures an effect here must find none.
 */
export function followUpsOf(history: History, consultations: readonly Consultation[]): FollowUp[] {
  const followUps: FollowUp[] = [];
  let free: Month = 0;
  for (const trigger of triggersOf(history, consultations)) {
    if (trigger.day.month < free) continue;
    const followUp = begin(history, followUps.length, trigger);
    if (!followUp) continue;
    followUps.push(followUp);
    free = followUp.events.at(-1)!.at.day.month + 1;
  }
  return followUps;
}

function triggersOf(history: History, consultations: readonly Consultation[]): Trigger[] {
  const { seed, company, arrears } = history;
  const triggers: Trigger[] = [];
  for (const { listing, at, rank } of consultations) {
    const random = new Random(seed, "followUp", company.index, "liste", rank);
    if (!random.chance(FROM_CONSULTATION[listing.level])) continue;
    triggers.push({ origin: "liste", day: at.day, random });
  }
  arrears.spreads.forEach(({ stage, date }, rank) => {
    const random = new Random(seed, "followUp", company.index, "demande", rank);
    if (stage !== "DEBUT" || !random.chance(FROM_REQUEST)) return;
    triggers.push({ origin: "demande", day: date, random });
  });
  return triggers.sort((a, b) => a.day.month - b.day.month || a.day.day - b.day.day);
}

function begin(history: History, rank: number, trigger: Trigger): FollowUp | undefined {
  const { origin, day, random } = trigger;
  const at = officeHour(addDays(day, 2 + delay(CONTACT[origin], random)), random);
  const m = at.day.month;
  const stay = stayIn(history.sites[0]!, m);
  const departement = headDepartement(history, m);
  if (!stay?.place || !departement || m >= history.life.end) return undefined;
  const { segment, network } = agentOf(departement, random);
  return {
    rank,
    siret: stay.siret,
    departement,
    region: stay.place.commune.region,
    origin,
    segment,
    network,
    actions: drawActions(random),
    events: eventsOf(history, at, random),
  };
}

function drawActions(random: Random): string[] {
  const wanted = random.integer(1, 4);
  const first = ACTIONS[0]!;
  const others = Array.from({ length: wanted - 1 }, () => random.pick(ACTIONS.slice(1)));
  return [...new Set([first, ...others])];
}

/** Opening, changes, end; a company that stops ends its follow-up. */
function eventsOf({ life }: History, opening: Moment, random: Random): FollowUpEvent[] {
  const events: FollowUpEvent[] = [];
  let at = opening;
  let state: State = "in_progress";
  for (let step = 0; ; step++) {
    const m = Math.min(at.day.month, life.end - 1);
    const criticality = criticalityOf(life.distress[m - life.start]!, random);
    const [ends, watched, actions] = [random.uniform(), random.uniform(), random.integer(0, 2)];
    const stopped = life.closed && at.day.month >= life.end;
    if (step > 0 && (ends < ENDING || step === MOST_STEPS || stopped)) state = "completed";
    else if (step > 0 && criticality === "vert" && watched < 0.6) state = "under_surveillance";
    const taken = (events.at(-1)?.actions ?? 1) + (step > 0 ? actions : 0);
    events.push({ at, state, criticality, actions: taken });
    if (state === "completed") return events;
    at = officeHour(addDays(at.day, 20 + delay(STEP - 20, random)), random);
  }
}

/** Colour given by agents, who see most of the distress. */
function criticalityOf(distress: number, random: Random): Criticality {
  const seen = distress + 0.5 * random.normal();
  if (seen > 3) return "rouge";
  return seen > 1.8 ? "orange" : "vert";
}
