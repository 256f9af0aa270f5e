import { feature } from "./feature.js";
import { model } from "./model.js";
import { notebook } from "./notebook.js";
import { source } from "./source.js";
import type { Kind } from "./starter.js";

export const KINDS = { notebook, feature, source, model } satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as KindName[];

export function isKind(text: string): text is KindName {
  return Object.hasOwn(KINDS, text);
}
