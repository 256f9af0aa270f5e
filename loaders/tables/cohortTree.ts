import { NAF_NODES } from "../../src/lib/naf.js";
import { sectorChain } from "../../src/lib/sectorChain.js";
import { TURNOVER_CLASSES } from "../../src/lib/turnoverClasses.js";
import { type Cohort, UNKNOWN_TURNOVER } from "./ratioCohorts.js";

const CLASSES = [...TURNOVER_CLASSES.map(({ code }) => code), UNKNOWN_TURNOVER];

/** How the cohorts of one ratio and year are made of one another: by sector, by class of turnover. */
export class CohortTree {
  private readonly byPlace = new Map<string, Cohort>();
  private readonly children = new Map<string, string[]>();
  private readonly finest = new Map<Cohort, Cohort>();
  private readonly alike = new Map<Cohort, Cohort[]>();

  constructor(cohorts: readonly Cohort[]) {
    for (const cohort of cohorts) this.byPlace.set(placeOf(cohort.sector, cohort.turnover), cohort);
    for (const { code, parent } of NAF_NODES) if (parent) this.addChild(parent, code);
    for (const ape of new Set(cohorts.map(({ sector }) => sector).filter(isNafClass)))
      this.addChild(sectorChain(ape)[1]!, ape);
    for (const cohort of cohorts) {
      const finest = this.finestOf(cohort);
      this.alike.set(finest, [...(this.alike.get(finest) ?? []), cohort]);
    }
  }

  private addChild(parent: string, child: string): void {
    this.children.set(parent, [...(this.children.get(parent) ?? []), child]);
  }

  /** Each way to cut a cohort into others that do not overlap; those without any company are not there. */
  cuts({ sector, turnover }: Cohort): Cohort[][] {
    const cuts: Cohort[][] = [];
    const children = this.children.get(sector);
    if (children) cuts.push(children.flatMap((child) => this.at(child, turnover)));
    if (turnover === null) cuts.push(CLASSES.flatMap((one) => this.at(sector, one)));
    return cuts;
  }

  /** The cohorts made of the same companies, itself included: a division with one class, say. */
  twins(cohort: Cohort): readonly Cohort[] {
    return this.alike.get(this.finestOf(cohort)) ?? [];
  }

  /** The most precise place that holds all of a cohort; one and the same for all its twins. */
  private finestOf(cohort: Cohort): Cohort {
    const known = this.finest.get(cohort);
    if (known) return known;
    const same = this.cuts(cohort).find((parts) => parts.length === 1)?.[0];
    const finest = same ? this.finestOf(same) : cohort;
    this.finest.set(cohort, finest);
    return finest;
  }

  private at(sector: string, turnover: string | null): Cohort[] {
    const cohort = this.byPlace.get(placeOf(sector, turnover));
    return cohort ? [cohort] : [];
  }
}

/** `43.21A`: the nodes of `naf.ts` have no dot. */
const isNafClass = (sector: string): boolean => sector.includes(".");

const placeOf = (sector: string, turnover: string | null): string => `${sector} ${turnover}`;
