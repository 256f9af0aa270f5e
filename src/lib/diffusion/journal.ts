import type { IndicatorId } from "../indicators.js";

/** What a series became since the former batch; counts of cells, all periods together. */
export interface Revisions {
  /** Cells the former batch did not have: a new month, mostly. */
  nouvelles: number;
  /** Cells that are no longer there. */
  retirees: number;
  /** Published in both, with another value. */
  revisees: number;
  /** The largest of these changes, as a share of the former value; null when there is none. */
  plus_forte_revision: number | null;
  devenues_secretes: number;
  devenues_publiees: number;
}

export interface SeriesJournal {
  indicateur: IndicatorId;
  /** `nouveau`: the former batch did not have it, or there is none. */
  etat: "suivi" | "nouveau";
  /** True when its definition, formula, unit or source is not that of the former batch. */
  definition_changee: boolean;
  revisions: Revisions | null;
}

/** `journal.json`: what changed since the former batch. Nothing in it tells why a cell is hidden. */
export interface Journal {
  lot: string;
  /** Batch it is compared with; null for the first one. */
  precedent: string | null;
  donnees_fictives: boolean;
  series: SeriesJournal[];
  /** Indicators of the former batch that are no longer given. */
  abandonnes: string[];
  /** SHA-256 of what defines each indicator, for the next batch to compare. */
  definitions: Record<string, string>;
}
