/** The parts of Observable Framework 1.13 that have no public entry and no types. */
declare module "@observablehq/framework/dist/config.js" {
  /** A cell of a page, as parsed; positions are in `input`. */
  export interface PageCode {
    id: string;
    node: {
      input: string;
      /** A program has statements, an expression has none. */
      body: { body?: unknown };
      declarations: { name: string }[] | null;
      references: { name: string; start: number }[];
      files: { name: string; node: { start: number } }[];
    };
  }
  interface LoadedPage {
    title: string | null;
    code: PageCode[];
  }
  export interface Config {
    loaders: {
      loadPage(path: string, ...rest: unknown[]): Promise<LoadedPage>;
      find(path: string): object | undefined;
      getWatchPath(path: string): string | undefined;
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

declare module "@observablehq/framework/dist/preview.js" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";
  import type { Config } from "@observablehq/framework/dist/config.js";

  export class PreviewServer {
    static start(options: {
      config: undefined;
      root: string;
      hostname: string;
      port: number;
      open: boolean;
      verbose: boolean;
    }): Promise<PreviewServer>;
    readonly server: Server;
    _readConfig: () => Promise<Config>;
    _handleRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
}
