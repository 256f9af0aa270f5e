/** SIREN (9 digits) and SIRET (14), alone: not inside a longer number, a decimal or a hash. */
const IDENTIFIER = /(?<![\w.])(?:\d{9}|\d{14})(?!\w|\.\d)/g;

/** Hashes of the content security policy, whose base 64 may hold nine digits in a row. */
const POLICY_HASH = /'sha256-[^']*'/g;

/** Files made of the lockfile's libraries alone; no data goes through them. */
export const LIBRARY = /^(_npm|_node|_observablehq)\/.*\.js$/;

/**
 * Strings of a published file that look like a SIREN or a SIRET. In JSON, texts and keys are read
 * and numbers are not: identifiers are always strings in this project, while a debt of nine figures
 * in euros is common.
 */
export function identifiersIn(file: string, text: string): string[] {
  if (LIBRARY.test(file)) return [];
  const words = file.endsWith(".json") ? textsIn(text) : text.replaceAll(POLICY_HASH, "");
  return [...new Set(words.match(IDENTIFIER))];
}

function textsIn(json: string): string {
  const texts: string[] = [];
  try {
    JSON.parse(json, (key, value: unknown) => {
      texts.push(key);
      if (typeof value === "string") texts.push(value);
      return value;
    });
  } catch {
    return json;
  }
  return texts.join("\n");
}
