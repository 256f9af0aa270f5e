/** Letters of NAF rév. 2 subclasses and those of the NAF 2025. */
const LETTERS: Record<string, string> = { Z: "Y", A: "G", B: "H", C: "J", D: "K", E: "L", F: "M" };

/**
 * A plausible code of the NAF 2025: same class, another letter. The true correspondence (INSEE) also
 * splits and merges classes; demonstration data do not need it.
 */
export const naf2025 = (ape: string): string => ape.slice(0, -1) + (LETTERS[ape.at(-1)!] ?? "Y");
