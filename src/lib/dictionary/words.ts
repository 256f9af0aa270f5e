import { formatNumber } from "../format/number.js";
import type { ColumnType, DictionaryColumn, DictionaryTable } from "./dictionary.js";

/** What a type is called. */
export const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "texte",
  integer: "entier",
  number: "nombre",
  boolean: "oui ou non",
  date: "date",
  datetime: "date et heure",
};

/** Units that say no more than a type does (`loaders/fields/unit.ts`). */
const SAME_AS_TYPE: readonly string[] = ["—", "nombre", "date", "instant", "oui/non"];

/** What a value may be: its closed list, its bounds or its shape; empty when anything may. */
export function boundsInWords({ values, minimum, maximum, pattern }: DictionaryColumn): string {
  if (values) return values.join(", ");
  const [low, high] = [limit(minimum), limit(maximum)];
  if (low && high) return `de ${low} à ${high}`;
  if (low) return `au moins ${low}`;
  if (high) return `au plus ${high}`;
  return pattern ? `forme ${pattern}` : "";
}

/** « texte, code ; jamais vide ; A, B ; depuis 2014-01 »: all that says what a value may be. */
export function valuesInWords(column: DictionaryColumn, { since }: DictionaryTable): string {
  const from = column.since ?? since;
  return [
    typeInWords(column),
    column.nullable ? "" : "jamais vide",
    boundsInWords(column),
    from ? `depuis ${from}` : "",
  ]
    .filter(Boolean)
    .join(" ; ");
}

/** The type, and the unit where it adds to it. */
function typeInWords({ type, unit }: DictionaryColumn): string {
  return SAME_AS_TYPE.includes(unit) ? TYPES[type] : `${TYPES[type]}, ${unit}`;
}

function limit(bound: number | string | null): string | undefined {
  if (bound === null) return undefined;
  if (typeof bound === "string") return bound.slice(0, 10);
  return formatNumber(bound, decimalsOf(bound));
}

const decimalsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0;

/** How a table comes about. */
export function originInWords({
  kind,
  arrival,
  producers,
  from,
  since,
  until,
}: DictionaryTable): string {
  const who = producers.join(", ");
  if (kind === "computed") return `Calculée d’après ${from.join(", ")} (${who}).`;
  const how =
    arrival === "stock"
      ? "chaque fichier remplace le précédent"
      : "chaque fichier s’ajoute aux précédents";
  const span = [since ? `depuis ${since}` : "", until ? `jusqu’à ${until}` : ""].filter(Boolean);
  return `Envoyée par ${who}${span.length > 0 ? ` ${span.join(" ")}` : ""} ; ${how}.`;
}
