/** How far a long piece of work is. */
export interface ProgressEvent {
  /** What is being worked on: a file, a table, a page. */
  item: string;
  done: number;
  total: number;
}

export type Progress = (event: ProgressEvent) => void;
