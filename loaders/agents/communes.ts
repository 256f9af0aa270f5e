import { readCommunes } from "../geography.js";

export interface Communes {
  /** Name of a commune by its Insee code, the code itself when unknown, null without a code. */
  nameOf(code: string | null): string | null;
}

/** Municipal districts, which the register uses for the three communes that have them (COG, Insee). */
const DISTRICTS: readonly [RegExp, string][] = [
  [/^751\d\d$/, "75056"],
  [/^132\d\d$/, "13055"],
  [/^6938\d$/, "69123"],
];

/** Names of communes; the reference is read once. */
export function communeNames(): Communes {
  const names = new Map(readCommunes().map(({ code, nom }) => [code, nom]));
  return {
    nameOf(code) {
      if (code === null) return null;
      const whole = DISTRICTS.find(([pattern]) => pattern.test(code))?.[1] ?? code;
      return names.get(whole) ?? code;
    },
  };
}
