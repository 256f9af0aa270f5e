/** The parts of Observable Framework 1.13 that have no public entry and no types. */
declare module "@observablehq/framework/dist/config.js" {
  interface LoadedPage {
    title: string | null;
  }
  export interface Config {
    loaders: {
      loadPage(path: string, ...rest: unknown[]): Promise<LoadedPage>;
      find(path: string): unknown;
      getModuleHash(path: string): string;
      getSourceFileHash(path: string): string;
    };
    root: string;
    output: string;
    paths(): AsyncIterable<string>;
  }
  export function normalizeConfig(spec: object): Config;
  /** Replaces the modification time of every file, and the date of the default footer. */
  export function setCurrentDate(date: Date): void;
}

declare module "@observablehq/framework/dist/build.js" {
  import type { Config } from "@observablehq/framework/dist/config.js";

  export interface Output {
    logger: { log(...words: unknown[]): void; warn(...words: unknown[]): void };
    output: { write(text: string): void };
  }
  export class FileBuildEffects {
    constructor(output: string, cache: string, options: Output);
  }
  export function build(options: { config: Config }, effects: FileBuildEffects): Promise<void>;
}
