import { addDays, type Day, EPOCH, lastDayOf, type Month } from "./calendar.js";
import type { Company } from "./company.js";
import { accountNumber, nicOfRank } from "./identifiers.js";
import type { Place, Places } from "./places.js";
import { Random } from "./random.js";
import type { Trajectory } from "./trajectory.js";

/** An établissement as SIRENE knows it: one SIRET at one address. */
export interface Stay {
  nic: string;
  siret: string;
  /** Undefined for a head office abroad. */
  place: Place | undefined;
  from: Day;
  /** Last day, when it closed or moved. */
  to?: Day;
  /** Month after the last one its figures are under this SIRET. */
  end: Month;
}

/** A workplace that keeps its Urssaf account when it moves and changes SIRET. */
export interface Site {
  account: string;
  urssaf: string;
  departement: string;
  rank: number;
  weight: number;
  stays: Stay[];
}

/** Larger companies have more sites: 1 for most small ones, about 8 at 500 employees. Ours. */
const SITES_AT = 45;
const SITES_POWER = 0.8;
/** Sites of one company at most. */
export const MOST_SITES = 40;
/** The head office weighs twice a mean site. */
const HEAD_WEIGHT = 2;
/** A site moves once in sixty years, one time in seven to another département. */
const MOVE_GAP = 60 * 12;
const SAME_DEPARTEMENT = 0.85;
/** Secondary sites open within fifteen years of the company, and close at 2 % a year. */
const OPENING_SPREAD = 15 * 12;
const CLOSING_GAP = 50 * 12;
/** Half the secondary sites are in the head office's département. */
const NEARBY = 0.5;
/** Département code of Sirene for addresses abroad. */
const ABROAD = "99";

function siteCount({ size }: Company, random: Random): number {
  const mean = (size / SITES_AT) ** SITES_POWER;
  return Math.min(MOST_SITES, 1 + Math.floor(mean * -Math.log(1 - random.uniform())));
}

const waiting = (mean: number, random: Random): number =>
  1 + Math.floor(-Math.log(1 - random.uniform()) * mean);

/** Sites of a company that opened before the horizon, head office first. */
export function settle(
  seed: number,
  company: Company,
  life: Trajectory,
  places: Places,
  horizon: Month,
): Site[] {
  const count = siteCount(company, new Random(seed, "sites", company.index));
  const head = places.draw(new Random(seed, "head", company.index));
  const sites: Site[] = [];
  for (let rank = 0; rank < count; rank++) {
    const random = new Random(seed, "site", company.index, rank);
    const site = settleSite(company, life, places, head, { rank, count, random, horizon });
    if (site) sites.push(site);
  }
  return sites;
}

interface Slot {
  rank: number;
  count: number;
  random: Random;
  horizon: Month;
}

function settleSite(
  company: Company,
  life: Trajectory,
  places: Places,
  head: Place,
  { rank, count, random, horizon }: Slot,
): Site | undefined {
  const weight = rank === 0 ? HEAD_WEIGHT : Math.exp(0.7 * random.normal());
  const opening = company.birth + (rank === 0 ? 0 : random.integer(0, OPENING_SPREAD));
  const near = random.chance(NEARBY);
  const first = rank === 0 ? head : near ? places.near(head.commune, random) : places.draw(random);
  const closing =
    rank === 0 ? life.end : Math.min(life.end, opening + waiting(CLOSING_GAP, random));
  if (opening >= Math.min(horizon, closing)) return undefined;
  const abroad = company.foreign && rank === 0;
  const departement = abroad ? ABROAD : first.commune.departement;
  const urssaf = abroad ? "999" : urssafOf(first.commune.region);
  const site: Site = {
    account: accountNumber(urssaf, company.index, rank + 1),
    urssaf,
    departement,
    rank,
    weight,
    stays: [],
  };
  let from: Day = { month: opening, day: rank === 0 ? company.birthDay : random.integer(1, 28) };
  let place = first;
  for (let move = 0; ; move++) {
    const nic = nicOfRank(1 + rank + move * count);
    const next = Math.max(from.month, EPOCH) + waiting(MOVE_GAP, random);
    const end = abroad ? closing : Math.min(next, closing);
    const siret = company.siren + nic;
    const stay: Stay = { nic, siret, place: abroad ? undefined : place, from, end };
    site.stays.push(stay);
    if (end === closing) {
      if (closing < horizon || life.closed)
        stay.to = { month: closing - 1, day: lastDayOf(closing - 1) };
      return site;
    }
    from = { month: next, day: random.integer(2, 20) };
    stay.to = addDays(from, -1);
    const same = random.chance(SAME_DEPARTEMENT);
    place = same ? places.near(place.commune, random) : places.draw(random);
  }
}

/**
 * Three digits of the Urssaf that manages the account: the region's code then 7, as in `247` for the
 * Centre.
 */
const urssafOf = (region: string): string => `${region}7`;

/** The stay of a site in month `m`; undefined when it is closed. */
export function stayIn({ stays }: Site, m: Month): Stay | undefined {
  return stays.find(({ from, end }) => from.month <= m && m < end);
}

/** Splits a headcount between sites by weight; whole numbers that add up, the head office takes the rest. */
export function split(headcount: number, sites: readonly Site[], m: Month): number[] {
  const weights = sites.map((site) => (stayIn(site, m) ? site.weight : 0));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const parts = weights.map((w) => Math.floor((headcount * w) / total));
  parts[0]! += headcount - parts.reduce((sum, n) => sum + n, 0);
  return parts;
}
