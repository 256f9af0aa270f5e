/**
 * Keeps French punctuation on the line of its word: a narrow no-break space before « ; », « ! » and
 * « ? » and between groups of three digits, a no-break space before « : » and before « % », « € »
 * and inside guillemets (Lexique des règles typographiques, Imprimerie nationale). For sentences put together from parts; pages carry the spaces themselves.
 */
export function nonBreaking(text: string): string {
  return text
    .replace(/ ([;!?])/g, "\u202f$1")
    .replace(/ ([:»%€])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0")
    .replace(/(?<![\p{L}\d])(\d{1,3}) (?=\d{3}(?!\d))/gu, "$1\u202f");
}

/** What holds code or text as typed, and stays as it is. */
const AS_TYPED = "script|style|code|pre|textarea";
const TEXTS = new RegExp(`<(${AS_TYPED})\\b[\\s\\S]*?</\\1>|(?<=>)[^<]+(?=<)`, "g");

/** The same for the words of a page in HTML, between its tags. */
export function nonBreakingHtml(html: string): string {
  return html.replace(TEXTS, (all, typed?: string) => (typed ? all : nonBreaking(all)));
}

/** Between what must stay on one line. */
export const NO_BREAK_SPACE = "\u00a0";
