import { html } from "npm:htl";
import { LEVELS, type Level } from "../lib/levels.js";

/** Shapes of the levels, so that colour is never their only mark. */
const SHAPES: Record<Level, string> = { fort: "▲", modere: "◆", aucun: "●" };

/** « ▲ risque fort », in its colour. */
export function levelMark(level: Level): HTMLElement {
  return html`<span class="${`level ${level}`}"><span aria-hidden="true">${SHAPES[level]}</span> ${LEVELS[level].label}</span>`;
}
