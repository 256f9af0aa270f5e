/**
 * Keeps French punctuation on the line of its word: a narrow no-break space before « ; », « ! » and
 * « ? », a no-break space before « : » and before « % », « € » and inside guillemets (Lexique des règles typographiques,
 * Imprimerie nationale). For sentences put together from parts; pages carry the spaces themselves.
 */
export function nonBreaking(text: string): string {
  return text
    .replace(/ ([;!?])/g, "\u202f$1")
    .replace(/ ([:»%€])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0");
}

/** Between what must stay on one line. */
export const NO_BREAK_SPACE = "\u00a0";
