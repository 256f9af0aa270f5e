import { frameClass, type Theme } from "./theme.js";

/** A watch mark, for who may not bear the State’s. */
const MARK =
  '<svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true"><rect width="32" height="32" rx="6" fill="#1f4e9c"/><path d="M8 9l8 15 8-15" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** Block of who answers for the site: the State, or the mark of the service. */
export function brand(theme: Theme): string {
  const inside = theme === "etat" ? "République<br>Française" : MARK;
  return `<p class="${frameClass(theme, "logo")}">${inside}</p>`;
}
