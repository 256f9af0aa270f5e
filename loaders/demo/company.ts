import { drawApe } from "./activities.js";
import { EPOCH, type Month } from "./calendar.js";
import { fictitiousSiren } from "./identifiers.js";
import { drawLegalCategory, SOLE_TRADER } from "./legal.js";
import { companyName, firstName, inventedWord, upper } from "./names.js";
import type { Cadence } from "./notation.js";
import { Random } from "./random.js";
import { SECTORS, type Sector } from "./sectors.js";

/** What a company is from birth, before anything happens to it. */
export interface Company {
  index: number;
  siren: string;
  name: string;
  /** Set for sole traders only. */
  person?: { surname: string; firstName: string; sex: "F" | "M" };
  legalCategory: string;
  sector: Sector;
  ape: string;
  /** Headcount it tends to. */
  size: number;
  birth: Month;
  birthDay: number;
  /** Standard normal: how prone it is to crises. */
  fragility: number;
  /** How much of the distress shows in what is paid and declared: 0 hides all, 1 shows all. */
  openness: number;
  /** Pays late by habit, without being in distress. */
  careless: boolean;
  /** Sends its accounts to the registry, as a rule. */
  publishes: boolean;
  cadence: Cadence;
  /** Head office abroad. */
  foreign: boolean;
}

/**
 * Pareto exponent of headcounts from 10 up. Fits the 195,366 companies of 10 employees or more of
 * 2007: 2.8 % from 250, 1.3 % from 500, 0.23 % from 2,000 (Conseil économique et social).
 */
const PARETO = 1.11;
const LARGEST = 12_000;
/** Companies under ten employees, which the perimeter must leave out. */
const SMALL_SHARE = 0.14;

function drawSize(random: Random): number {
  const small = random.chance(SMALL_SHARE);
  const u = random.uniform();
  if (small) return 1 + Math.floor(8 * u);
  return Math.min(LARGEST, 10 * (1 - u) ** (-1 / PARETO));
}

/**
 * Entries make up for exits: 3.5 % of the stock a year for thirty years, so 1 / (1 + 30 × 0.035) of
 * all companies exist when the simulation begins.
 */
const ENTRY_YEARS = 30;
const FOUNDERS = 1 / (1 + ENTRY_YEARS * 0.035);
/** Mean age of the companies that exist at the start, years; ours. */
const MEAN_AGE = 14;
/** The Urssaf exist since 1945. */
const OLDEST = 60;

function drawBirth(random: Random): Month {
  const founder = random.chance(FOUNDERS);
  const u = random.uniform();
  if (!founder) return EPOCH + Math.floor(u * ENTRY_YEARS * 12);
  return EPOCH - 1 - Math.floor(Math.min(OLDEST, -Math.log(1 - u) * MEAN_AGE) * 12);
}

/** Accounts below 11 employees may pay by quarter (R. 243-6 CSS before 2022); very small ones, here, by year. */
function drawCadence(size: number, random: Random): Cadence {
  const u = random.uniform();
  if (size < 4 && u < 0.15) return 12;
  return size < 11 && u < 0.5 ? 3 : 1;
}

/** Most companies hide little, 15 % hide most: some fail without a sign. */
const OPENNESS = [
  [1, 0.58],
  [0.75, 0.27],
  [0.2, 0.15],
] as const;
const CARELESS_SHARE = 0.12;
/** With the years left out at random (`balanceSheets.ts`) this makes about 35 % of sheets missing. */
const PUBLISHING_SHARE = 0.76;
const FOREIGN_SHARE = 0.003;

/** Company number `index` of the economy `seed`; does not depend on how many there are. */
export function createCompany(seed: number, index: number): Company {
  const random = new Random(seed, "company", index);
  const birth = drawBirth(random);
  const birthDay = random.integer(1, 28);
  const sector = random.weighted(SECTORS.map((s) => [s, s.share] as const));
  const size = drawSize(random);
  const legalCategory = drawLegalCategory(sector.section, size, random);
  return {
    index,
    siren: fictitiousSiren(index),
    birth,
    birthDay,
    sector,
    size,
    legalCategory,
    ape: drawApe(sector.section, random),
    fragility: random.normal(),
    openness: random.weighted(OPENNESS),
    careless: random.chance(CARELESS_SHARE),
    publishes: random.chance(PUBLISHING_SHARE),
    cadence: drawCadence(size, random),
    foreign: random.chance(FOREIGN_SHARE),
    ...identity(sector.section, legalCategory, random),
  };
}

function identity(
  section: string,
  legalCategory: string,
  random: Random,
): Pick<Company, "name" | "person"> {
  if (legalCategory !== SOLE_TRADER) return { name: companyName(section, random) };
  const surname = upper(inventedWord(random));
  const person = {
    surname,
    firstName: firstName(random),
    sex: random.chance(0.4) ? ("F" as const) : ("M" as const),
  };
  return { name: `${surname} ${person.firstName}`, person };
}
