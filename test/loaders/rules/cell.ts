import type { z } from "zod";

/** Value of a cell, or its refusal: `« 8 » est hors des bornes [constraint-error]`. */
export function read(schema: z.ZodType, text: string): unknown {
  const { data, error } = schema.safeParse(text);
  if (!error) return data;
  const [issue] = error.issues;
  const { params } = issue as unknown as { params: { error: string } };
  return `${issue!.message} [${params.error}]`;
}
