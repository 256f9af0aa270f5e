import type { Term } from "../model.js";
import { LEVERS, type LeverName } from "./catalogue.js";
import type { Lever, Move, Range, Training, Values } from "./lever.js";

/** A lever as one equation sees it: only the moves it reads, each with its terms. */
export interface CompiledLever {
  name: LeverName;
  family: string;
  range(values: Values): Range | undefined;
  moves: { feature: string; at: Move["at"]; terms: Term[]; sd: number }[];
}

/**
 * The levers that change something in an equation, and whose whole effect on it is known. `terms`
 * are those that speak of the company.
 */
export function compileLevers(terms: readonly Term[], levers: readonly Lever[]): CompiledLever[] {
  return offered(terms, levers).map(({ name, range, moves }) => ({
    name,
    family: LEVERS[name].family,
    range: (values) => range(values, trainingOf(terms)),
    moves: moves.flatMap(({ feature, at }) => {
      const own = terms.filter((term) => term.feature === feature);
      return own.length === 0 ? [] : [{ feature, at, terms: own, sd: deviation(own) }];
    }),
  }));
}

/** Features the levers read besides those of the terms of a model, whatever their equation; in order. */
export function inputsOf(terms: readonly Term[], levers: readonly Lever[]): string[] {
  const isRead = readBy(terms);
  const names = levers
    .filter(({ moves }) => moves.some(({ feature }) => isRead(feature)))
    .flatMap(({ reads, moves }) => [
      ...reads,
      ...moves.flatMap(({ feature, reads: others = [] }) => (isRead(feature) ? others : [])),
    ]);
  return [...new Set(names)].sort();
}

function offered(terms: readonly Term[], levers: readonly Lever[]): Lever[] {
  const isRead = readBy(terms);
  return levers.filter(
    ({ moves, untold }) => moves.some(({ feature }) => isRead(feature)) && !untold.some(isRead),
  );
}

function readBy(terms: readonly Term[]): (feature: string) => boolean {
  const features = new Set(terms.map(({ feature }) => feature));
  return (feature) => features.has(feature);
}

function trainingOf(terms: readonly Term[]): Training {
  const known = new Map(
    terms.flatMap(({ feature, transform }) =>
      transform.kind === "standardised" ? [[feature, transform] as const] : [],
    ),
  );
  return (feature) => known.get(feature);
}

/** Of the feature on the training sample, the unit of the cost; a flag's is that of its share. */
function deviation(terms: readonly Term[]): number {
  for (const { transform, mean } of terms) {
    if (transform.kind === "standardised") return transform.sd;
    if (transform.kind === "indicator") return Math.sqrt(mean * (1 - mean)) || 1;
  }
  return 1;
}
