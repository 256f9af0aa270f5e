import { formatNumber } from "../../src/lib/format/number.js";
import { formatCount, isPlural } from "../../src/lib/format/plural.js";
import { EXPECTED, limitOf, RARE_VALUE } from "./thresholds.js";
import { type ColumnTest, formerSides, type Side } from "./watched.js";

/** Values named in the message; the profile holds the others. */
const NAMED = 8;

/**
 * Values of a code that came or went since the batch before: those that hold a share of the rows
 * worth a word, and are enough for their absence on the other side not to be chance.
 */
export const valuesJump: ColumnTest = (watched) => {
  const { table, column, now } = watched;
  const before = formerSides(watched, "values").at(-1);
  if (!before?.column.values || !now.column.values) return [];
  const gone = onlyIn(before, now);
  const come = onlyIn(now, before);
  const count = gone.length + come.length;
  const threshold = limitOf("values", table, column, watched.flow);
  if (count <= threshold) return [];
  const said = {
    now: [inWords(gone, "disparue"), inWords(come, "nouvelle")].filter((text) => text).join(", "),
    before: `${formatCount(before.column.values.length, "valeur")} au lot précédent`,
    limit: formatNumber(threshold),
    advice:
      "vérifier qu’un code n’a pas été renommé et qu’aucune part du fichier ne manque ; compléter les nomenclatures au besoin",
  };
  return [{ table, column, measure: "values", before: 0, now: count, threshold, said }];
};

function onlyIn(one: Side, other: Side): string[] {
  const present = new Set(other.column.values!.map(({ value }) => value));
  const filled = ({ profile, column }: Side) => profile.rows - column.nulls;
  return one.column.values!.flatMap(({ value, rows }) => {
    const share = rows / filled(one);
    const counts = share >= RARE_VALUE && rows >= EXPECTED && share * filled(other) >= EXPECTED;
    return counts && !present.has(value) ? [value] : [];
  });
}

function inWords(values: readonly string[], participle: string): string {
  if (values.length === 0) return "";
  const plural = isPlural(values.length);
  const named = values.slice(0, NAMED).map((value) => `« ${value} »`);
  const rest = values.length > NAMED ? ["…"] : [];
  return `${plural ? "valeurs" : "valeur"} ${participle}${plural ? "s" : ""} : ${[...named, ...rest].join(", ")}`;
}
