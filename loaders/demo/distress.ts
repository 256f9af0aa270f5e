import type { Month } from "./calendar.js";
import type { Company } from "./company.js";
import type { Random } from "./random.js";

/** Passing troubles: forgets half of itself in a semester (0.9^6.6 = 0.5), standard deviation 0.55. */
const MEMORY = 0.9;
const SPREAD = 0.55;
const NOISE = SPREAD * Math.sqrt(1 - MEMORY ** 2);
/** A crisis begins in 4 company-years in a hundred; more often in fragile companies and exposed sectors. */
const ONSET = 0.04 / 12;
const FRAGILE = 0.7;
/** It worsens by 12 % a month of what is left (half way in five months and a half) towards 1.8 to 4.2. */
const APPROACH = 0.12;
const SEVERITY = [1.8, 4.2] as const;
/** It ends with this monthly probability: mean length nearly three years when nothing else stops it. */
const RECOVERY = 0.03;
/** Companies under five years old are more exposed. */
const YOUTH = 0.4;
const YOUTH_MONTHS = 60;

/**
 * Latent distress of a company: a lasting part, passing troubles (AR(1)), and crises that set in over
 * months and may end in recovery or in court. About 0 in ordinary times, 2 to 4 in a crisis. What is
 * paid, declared and filed depends on it; it is never written anywhere.
 */
export class Distress {
  private passing: number;
  private crisis = 0;
  private severity = 0;

  constructor(
    private readonly company: Company,
    private readonly random: Random,
  ) {
    this.passing = SPREAD * random.normal();
  }

  /** Distress of the next month, `m`. */
  next(m: Month): number {
    const { random, company } = this;
    this.passing = MEMORY * this.passing + NOISE * random.normal();
    const [turn, worst] = [random.uniform(), random.between(...SEVERITY)];
    const onset = ONSET * company.sector.risk * Math.exp(FRAGILE * company.fragility);
    if (this.severity === 0 && turn < onset) this.severity = worst;
    else if (this.severity > 0 && turn < RECOVERY) this.severity = 0;
    this.crisis += APPROACH * (this.severity - this.crisis);
    const young = YOUTH * Math.max(0, 1 - (m - company.birth) / YOUTH_MONTHS);
    return 0.5 * company.fragility + this.passing + this.crisis + young;
  }
}
