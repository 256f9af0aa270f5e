import { EVERY_SIZE_CODE, type Periodicity } from "../diffusion/publishedRows.js";
import { INDICATORS, type IndicatorId } from "../indicators.js";
import { ALL_SECTORS } from "../naf.js";
import { DIMENSIONS, type Dimension } from "./dimension.js";
import { isPeriod, isPeriodicity } from "./periodicity.js";
import { readTerritories, SIZE_SCOPES, type SizeScope, sectorsOf } from "./scope.js";

/** What a reader asks of the published tables. */
export interface ExplorerRequest {
  /** One to {@link MOST_INDICATORS}. */
  indicators: readonly IndicatorId[];
  /** `france`, `region`, `departement`, or one of them: `region:53`. */
  territories: string;
  /** A level of the NAF (`A21`), or the code of a sector of `src/lib/naf.ts`. */
  sectors: string;
  sizes: SizeScope;
  periodicity: Periodicity;
  /** First and last period; empty for the first and the last published. */
  from: string;
  to: string;
  rows: Dimension;
  columns: Dimension;
}

/** One figure each: more would not be read. */
export const MOST_INDICATORS = 4;

export const DEFAULT_REQUEST: ExplorerRequest = {
  indicators: ["part_en_dette"],
  territories: "region",
  sectors: ALL_SECTORS,
  sizes: EVERY_SIZE_CODE,
  periodicity: "A",
  from: "",
  to: "",
  rows: "territoire",
  columns: "periode",
};

/** Name of each part in the address. */
const NAMES = {
  indicators: "indicateurs",
  territories: "territoires",
  sectors: "secteurs",
  sizes: "tailles",
  periodicity: "periodicite",
  from: "de",
  to: "a",
  rows: "lignes",
  columns: "colonnes",
} as const satisfies Record<keyof ExplorerRequest, string>;

/** The parts of an address that say a request; what is as by default is left out, but the indicators. */
export function writeRequest(request: ExplorerRequest): URLSearchParams {
  const written = new URLSearchParams({ [NAMES.indicators]: request.indicators.join(",") });
  for (const [key, name] of Object.entries(NAMES) as [keyof ExplorerRequest, string][]) {
    if (key === "indicators" || request[key] === DEFAULT_REQUEST[key]) continue;
    written.set(name, String(request[key]));
  }
  return written;
}

/** The request of an address; null when it says none. A part that is unknown is as by default. */
export function readRequest(address: URLSearchParams): ExplorerRequest | null {
  if (!address.has(NAMES.indicators)) return null;
  const part = (key: keyof ExplorerRequest): string => address.get(NAMES[key]) ?? "";
  const periodicity = known(part("periodicity"), isPeriodicity, DEFAULT_REQUEST.periodicity);
  const [rows, columns] = [part("rows"), part("columns")].map((text) =>
    isDimension(text) ? text : "",
  );
  const asked: ExplorerRequest = {
    indicators: readIndicators(part("indicators")),
    territories: known(part("territories"), isTerritories, DEFAULT_REQUEST.territories),
    sectors: known(part("sectors"), isSectors, DEFAULT_REQUEST.sectors),
    sizes: known(part("sizes"), isSizes, DEFAULT_REQUEST.sizes),
    periodicity,
    from: known(part("from"), (text) => isPeriod(text, periodicity), ""),
    to: known(part("to"), (text) => isPeriod(text, periodicity), ""),
    rows: rows || DEFAULT_REQUEST.rows,
    columns: columns || DEFAULT_REQUEST.columns,
  };
  return withTwoAxes(asked);
}

/** Rows and columns must differ: the columns give way. */
export function withTwoAxes(request: ExplorerRequest): ExplorerRequest {
  if (request.rows !== request.columns) return request;
  return { ...request, columns: request.rows === "periode" ? "territoire" : "periode" };
}

function known<Text extends string>(
  text: string,
  isKnown: ((text: string) => text is Text) | ((text: string) => boolean),
  otherwise: Text,
): Text {
  return isKnown(text) ? (text as Text) : otherwise;
}

function readIndicators(text: string): IndicatorId[] {
  const ids = [...new Set(text.split(","))].filter(isIndicator);
  return ids.length > 0 ? ids.slice(0, MOST_INDICATORS) : [...DEFAULT_REQUEST.indicators];
}

const isIndicator = (text: string): text is IndicatorId => INDICATORS.some(({ id }) => id === text);
const isDimension = (text: string): text is Dimension => Object.hasOwn(DIMENSIONS, text);
const isTerritories = (text: string): boolean => readTerritories(text) !== null;
const isSectors = (text: string): boolean => sectorsOf(text) !== null;
const isSizes = (text: string): text is SizeScope => Object.hasOwn(SIZE_SCOPES, text);
