import type { Edit } from "./edit.js";

/** What `vigie new` writes for a name: whole files, and lines added to lists that exist. */
export interface Starter {
  /** Texts by their path from the root of the repository; none of them exists yet. */
  files: Readonly<Record<string, string>>;
  edits: readonly Edit[];
  /** The test of what was written, a path of `files`. */
  test: string;
  /** Commands that show it at work, once its test passes. */
  next: readonly string[];
}

/** A thing an author may start from a name. */
export interface Kind {
  /** With its article, in French: « la variable ». */
  label: string;
  /** How its names are written. */
  style: "snake" | "kebab";
  /** Names that exist, or that its code needs for something else. */
  taken: (root: string) => Promise<readonly string[]>;
  start: (name: string) => Starter;
}
