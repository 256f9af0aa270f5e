import { MONTHLY_HOURS } from "../../src/lib/monthlyHours.js";
import { type Day, lastDayOf, type Month, month, monthOfYear } from "./calendar.js";
import { covidShare } from "./dues.js";
import { type History, staffIn } from "./history.js";
import { isSupplyCrisis } from "./macro.js";
import { Random } from "./random.js";

/** Hours of one month really spent in short-time work. */
export interface Consumption {
  month: Month;
  hours: number;
  staff: number;
}

/** A request for short-time work (« activité partielle »). */
export interface Request {
  rank: number;
  site: number;
  decided: Day;
  from: Month;
  /** Month after the last. */
  to: Month;
  companyStaff: number;
  siteStaff: number;
  /** Employees authorised. */
  staff: number;
  /** Hours authorised. */
  hours: number;
  motive: 1 | 2 | 3 | 4 | 5;
  perimeter: 1 | 2 | 3 | 4;
  recourse: 1 | 2 | 3;
  consumed: Consumption[];
}

/** Hours authorised per employee in spring 2020: 425 (Dares, mid-April 2020). */
const COVID_HOURS = 425;
/** Covid waves: first month of the requests, longest end, share of sites of an average sector that ask. */
const WAVES = [
  { from: month(2020, 3), to: month(2020, 9), share: 0.58, hours: COVID_HOURS },
  { from: month(2020, 11), to: month(2021, 7), share: 0.27, hours: COVID_HOURS },
  { from: month(2021, 9), to: month(2022, 3), share: 0.05, hours: COVID_HOURS / 2 },
] as const;
/** Requests of a wave run at least this part of it. */
const COVID_SHORTEST = 0.75;
/** Monthly rate of ordinary requests at distress 0, and its growth with distress. */
const RATE = 0.0021;
const SLOPE = 1;
/** Authorisations last up to six months (art. R5122-9 code du travail), three since 2022; here 1 to 6. */
const LONGEST = 6;
/** Part of authorised hours consumed in the end, and months without any. */
const IDLE_MONTH = 0.2;
/** Makes up for late requests, ceilings of hours and sites that ask and use little. */
const ASKING_AND_USING = 0.55;

/** Requests of a site over the life of the company, in order. */
export function requestsOf(history: History, site: number): Request[] {
  const { company, seed, life, sites } = history;
  const random = new Random(seed, "shortTime", company.index, sites[site]!.rank);
  const requests: Request[] = [];
  const propensity = Math.exp(0.6 * random.normal() - 0.18);
  let busyUntil = 0;
  for (let m = life.start; m < life.end; m++) {
    const staff = staffIn(history, site, m);
    if (staff === 0 || m < busyUntil) continue;
    const motive = motiveOf(history, m, propensity, random);
    if (!motive) continue;
    const wave = motive === 5 ? WAVES.find(({ from, to }) => m >= from && m < to)! : undefined;
    const longest = wave ? wave.to - m : LONGEST;
    const wished = m + random.integer(Math.ceil(longest * (wave ? COVID_SHORTEST : 0.4)), longest);
    const to = life.closed ? Math.min(life.end, wished) : wished;
    const request = open(history, site, m, to, motive, wave?.hours, random);
    request.rank = requests.length;
    requests.push(request);
    busyUntil = to;
  }
  return requests;
}

function motiveOf(
  { company, life }: History,
  m: Month,
  propensity: number,
  draw: Random,
): Request["motive"] | undefined {
  const { sector, openness } = company;
  const u = draw.uniform();
  const wave = WAVES.find(({ from, to }) => m >= from && m < Math.min(to, from + 4));
  const covid = wave ? wave.share * sector.covid * propensity : 0;
  // Most of those who ask do so in the first two months of a wave.
  if (wave && u < Math.min(0.92, covid) * (m < wave.from + 2 ? 0.5 : 0.06)) return 5;
  const distress = openness * life.distress[m - life.start]!;
  const rate = RATE * sector.shortTime * propensity * Math.exp(SLOPE * Math.min(4, distress));
  if (draw.uniform() >= rate) return undefined;
  const winter = monthOfYear(m) <= 3 && (sector.section === "F" || sector.section === "A");
  return draw.weighted([
    [1, 70],
    [2, isSupplyCrisis(m) ? 60 : 6],
    [3, winter ? 60 : 7],
    [4, 8],
  ] as const);
}

function open(
  history: History,
  site: number,
  from: Month,
  to: Month,
  motive: Request["motive"],
  hoursEach: number | undefined,
  draw: Random,
): Request {
  const siteStaff = staffIn(history, site, from);
  const whole = motive === 5 ? draw.chance(0.6) : draw.chance(0.3);
  const staff = Math.max(1, Math.round(siteStaff * (whole ? 1 : draw.between(0.2, 0.9))));
  const each = hoursEach ?? MONTHLY_HOURS * (to - from) * draw.between(0.15, 0.6);
  const request: Request = {
    rank: 0,
    site,
    decided: { month: from, day: draw.integer(1, 28) },
    from,
    to,
    companyStaff: history.life.headcount[from - history.life.start]!,
    siteStaff,
    staff,
    hours: Math.round(staff * each),
    motive,
    perimeter: whole ? (motive === 5 ? 3 : 1) : draw.pick([2, 4] as const),
    recourse: draw.weighted([
      [1, 55],
      [2, 40],
      [3, 5],
    ] as const),
    consumed: [],
  };
  request.consumed = consume(history, request, draw);
  return request;
}

/** Hours consumed month by month: never more than authorised, nor than a full month of the staff. */
function consume(history: History, request: Request, draw: Random): Consumption[] {
  const consumed: Consumption[] = [];
  let left = request.hours;
  const intensity = draw.between(0.5, 1.5);
  for (let m = request.from; m < request.to; m++) {
    const idle = draw.chance(IDLE_MONTH);
    const noise = draw.between(0.7, 1.3);
    if (idle && request.motive !== 5) continue;
    const staff = Math.min(request.staff, staffIn(history, request.site, m));
    const full = staff * MONTHLY_HOURS;
    const share = request.motive === 5 ? covidUse(history, request, m) : 0.3;
    const hours = Math.min(left, full, full * share * intensity * noise);
    if (hours < 1) continue;
    left -= hours;
    consumed.push({ month: m, hours, staff });
  }
  return consumed;
}

/**
 * Share of full time a site that asked spends in short-time work, so that all sites together come
 * near the published share: asking sites are those of `WAVES`.
 */
function covidUse({ company }: History, { from }: Request, m: Month): number {
  const wave = WAVES.find((w) => from >= w.from && from < w.to)!;
  return (
    covidShare(company, m) / Math.min(0.92, wave.share * company.sector.covid) / ASKING_AND_USING
  );
}

/** First and last day of a request. */
export const firstDay = ({ from }: Request): Day => ({ month: from, day: 1 });
export const finalDay = ({ to }: Request): Day => ({ month: to - 1, day: lastDayOf(to - 1) });
