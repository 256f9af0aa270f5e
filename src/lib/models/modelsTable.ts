/** `modeles.json`: the models of the registry up to that of the batch, the latest first. */
export interface ModelsTable {
  models: PublishedModel[];
}

/** A model of the registry, told in a line. */
export interface PublishedModel {
  id: string;
  batch: string;
  spec: string;
  /** Months and companies it learned from. */
  training: { from: string; to: string; companies: number };
  /** On companies held out, strong signals left out. */
  auc: number;
  precision: { fort: number; modere: number };
  recall: { fort: number; modere: number };
  /** Against the model before; null for the first. */
  changes: ModelChanges | null;
}

/** What changed in the formula, by the label of its terms, in order. */
export interface ModelChanges {
  previous: string;
  added: string[];
  removed: string[];
  /** Terms of both whose weight moved, by falling size of the move. */
  moved: { label: string; from: number; to: number }[];
}
