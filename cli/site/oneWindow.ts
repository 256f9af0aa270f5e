import { createRequire } from "node:module";

interface Jsdom {
  JSDOM: new (html?: string) => { window: { DOMParser: typeof DOMParser } };
}

/**
 * Loaded before Framework (1.13), which makes a whole browser window for each piece of HTML it reads,
 * six a page: a third of the build. Here one window’s parser reads them all; the documents, all that
 * Framework takes of a window, are the same.
 */
const framework = createRequire(import.meta.resolve("@observablehq/framework/dist/build.js"));
const jsdom = framework("jsdom") as { JSDOM: unknown };
const { window } = new (jsdom as Jsdom).JSDOM();
const parser = new window.DOMParser();

jsdom.JSDOM = class {
  readonly window: { document: Document };

  constructor(html: string) {
    this.window = { document: parser.parseFromString(html, "text/html") };
  }
};
