import type { Proof } from "./duty.js";

const PAGES: Readonly<Record<Exclude<Proof["by"], "page">, string>> = {
  rows: "donnees",
  lists: "stats/",
  batch: "imports",
  spending: "budget",
  post: "budget",
  declared: "partenaires#etats",
  dated: "partenaires#dates",
};

/** Path, within the site, of the page where a proof is seen, or of the way to bring it. */
export function proofAddress(proof: Proof): string {
  return proof.by === "page" ? proof.path : PAGES[proof.by];
}
