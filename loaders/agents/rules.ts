import { readFile } from "node:fs/promises";
import type { DeclaredRules } from "../../src/lib/adjustment.js";
import type { CompanySheet, Rights } from "../../src/lib/agents.js";

type Told = CompanySheet["adjustments"][number];

/** What is told under rights B of a rule on the amounts of the Urssaf: as in the lists of 2022 (§4.6). */
const CONFIDENTIAL = {
  label: "Ajustement d’expert confidentiel",
  reason: "Son motif tient à des données que vos droits ne donnent pas.",
};

/** The expert rules of `rules.json`, by name, as agents with these rights may read them. */
export async function readRules(file: string, rights: Rights): Promise<Map<string, Told>> {
  const { rules } = JSON.parse(await readFile(file, "utf8")) as DeclaredRules;
  return new Map(
    rules.map(({ name, label, reason, effect, confidential }): [string, Told] => [
      name,
      rights === "B" && confidential ? { effect, ...CONFIDENTIAL } : { effect, label, reason },
    ]),
  );
}
