import { z } from "zod";
import { VigieError } from "../error.js";
import { BUSINESS_RULES } from "./primary.js";
import { DEFAULT_PROTECTION } from "./protectionLevel.js";

/** An absent field, or null, is its default. */
const orNothing = <Field extends z.ZodType>(field: Field) =>
  field.nullish().transform((given) => given ?? undefined);
const column = (name: string) =>
  z
    .string()
    .nullish()
    .transform((given) => given ?? name);

const dimension = z.object({
  name: z.string().min(1),
  tree: orNothing(z.record(z.string(), z.array(z.string()))),
});

/** Rules are strict: a misspelt one would protect nothing, silently. */
const schema = z.object({
  dimensions: z.array(dimension).min(1),
  count: column("count"),
  value: column("value"),
  max: column("max"),
  max2: column("max2"),
  cost: z.enum(["value", "count", "cells"]).default("value"),
  rules: z
    .strictObject({
      minContributors: z.int().min(1).default(BUSINESS_RULES.minContributors),
      dominance: orNothing(z.number().gt(0).max(1)),
      pPercent: orNothing(z.number().gt(0).max(100)),
      nonZero: z.boolean().default(false),
    })
    .prefault({}),
  protection: z
    .strictObject({ frequency: z.number().min(0).default(DEFAULT_PROTECTION.frequency) })
    .prefault({}),
});

/**
 * How to protect a table: its dimensions, the columns of the file, what hiding a cell costs, the
 * rules. By default the least number of companies and the interval of business statistics; dominance, p % and the non-zero rule only when they are asked
 * for.
 */
export type ProtectionSpec = z.output<typeof schema>;

/**
 * Checks a specification read from `file`.
 * @throws VigieError `disclosure-spec` naming the first field at fault.
 */
export function parseProtectionSpec(read: unknown, file: string): ProtectionSpec {
  const { data, error } = schema.safeParse(read);
  if (data) return data;
  const { path, code, ...issue } = error.issues[0]!;
  const keys = "keys" in issue ? ` (${(issue.keys as string[]).join(", ")})` : "";
  const field = path.length === 0 ? "le document" : `« ${path.join(".")} »`;
  throw new VigieError(
    "disclosure-spec",
    `${file} : ${field} ${PROBLEMS[code] ?? "n’a pas une valeur possible"}${keys}`,
    'Attendu : {"dimensions": [{"name": "region"}, {"name": "naf", "tree": {"BE": ["10", "11"]}}], "count": "count", "value": "value", "max": "max", "max2": "max2", "cost": "value", "count" ou "cells", "rules": {"minContributors": 3, "dominance": 0.85, "pPercent": 10, "nonZero": false}, "protection": {"frequency": 0.1}}.',
    2,
  );
}

const PROBLEMS: Readonly<Record<string, string>> = {
  invalid_type: "est absent ou n’est pas du bon type",
  unrecognized_keys: "a des champs inconnus",
  too_small: "est trop petit ou vide",
  too_big: "est trop grand",
};
