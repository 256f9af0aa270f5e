import { NAF_NODES } from "./naf.js";

/**
 * Codes of every sector that holds an APE code, the finest first: `43.21A` gives `43.21A`, `43`,
 * `F`, `Total`. Only the code itself and the total when its division does not exist.
 */
export function sectorChain(ape: string): string[] {
  const division = Number(ape.slice(0, 2));
  const held = NAF_NODES.filter(
    ({ divisions: [first, last] }) => first <= division && division <= last,
  );
  return [ape, ...held.reverse().map(({ code }) => code)];
}
