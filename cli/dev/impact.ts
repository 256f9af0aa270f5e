import { FLOW, SCIENCE_FLOW, type Step, type StepName } from "../../loaders/flow.js";

/** Source files by what they make, relative to the repository. */
export interface Closures {
  /** Of every step before the site. */
  steps: ReadonlyMap<StepName, readonly string[]>;
  /** Of what the page tables become for the pages. */
  placing: readonly string[];
  /** Of the preview itself: settings of the site, its frame, its menu. */
  settings: readonly string[];
}

/** What a change asks for; a page, or a module of pages alone, asks for nothing: Framework sees it. */
export interface Impact {
  /** Steps that may have to run, in order: those made of a changed file and all that reads them. */
  steps: StepName[];
  /** The page tables must be put in place again. */
  places: boolean;
  /** The preview must start again with its new settings. */
  restarts: boolean;
}

/** The steps of a preview: the site itself is what the preview shows. */
export const PREVIEWED: readonly Step[] = [...FLOW, ...SCIENCE_FLOW].filter(
  ({ name }) => name !== "site" && name !== "notebooks",
);

/** What depends on the changed files; the content of what a step writes decides if the next one runs. */
export function impactOf(changed: readonly string[], closures: Closures): Impact {
  const touches = (files: readonly string[] = []) => changed.some((file) => files.includes(file));
  const touched = new Set<StepName>();
  for (const { name } of PREVIEWED) if (touches(closures.steps.get(name))) touched.add(name);
  const steps = withDependents(touched);
  return {
    steps,
    places: steps.includes("tables") || touches(closures.placing),
    restarts: touches(closures.settings),
  };
}

/** Those steps and all that reads what they write, directly or not, in the order of the flow. */
function withDependents(touched: ReadonlySet<StepName>): StepName[] {
  const stale = new Set(touched);
  const written: string[] = [];
  for (const step of PREVIEWED) {
    const depends = step.reads.some((read) => written.some((write) => overlaps(read, write)));
    if (depends) stale.add(step.name);
    if (stale.has(step.name)) written.push(...step.writes);
  }
  return [...stale].sort((a, b) => position(a) - position(b));
}

const position = (name: StepName): number => PREVIEWED.findIndex((step) => step.name === name);

const overlaps = (read: string, write: string): boolean =>
  read === write || read.startsWith(`${write}/`) || write.startsWith(`${read}/`);
