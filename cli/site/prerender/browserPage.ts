import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Element, HTMLInputElement, HTMLSelectElement, parseHTML, SVGElement } from "linkedom";

/** Width in CSS pixels the first charts are drawn for: that of a phone, which has least patience. */
export const FIRST_WIDTH = 360;

/**
 * Puts one page where a browser would: its document and the few interfaces that cells use, as
 * globals of this thread. Charts that wait for their width get it from {@link BrowserPage.settle}.
 */
export interface BrowserPage {
  document: Document;
  /** Addresses of the files that the page has read. */
  read: ReadonlySet<string>;
  /** Gives their width to the observers, until none is new, and opens the tables of figures. */
  settle(): Promise<void>;
}

type ResizeCallback = (entries: { target: Element; contentRect: { width: number } }[]) => void;

/** A page of this HTML, served from this file. */
export function openPage(html: string, path: string): BrowserPage {
  const window = parseHTML(html);
  const { document } = window;
  const waiting: (() => void)[] = [];
  const read = new Set<string>();
  class FirstWidth extends Unseen {
    constructor(private readonly callback: ResizeCallback) {
      super();
    }
    override observe(target: Element): void {
      waiting.push(() => this.callback([{ target, contentRect: { width: FIRST_WIDTH } }]));
    }
  }
  const globals: Record<string, unknown> = {
    window,
    document,
    location: new URL(pathToFileURL(path)),
    history: { state: null, replaceState() {}, pushState() {} },
    // linkedom’s collections are lists.
    HTMLCollection: class HTMLCollection {},
    ResizeObserver: FirstWidth,
    IntersectionObserver: Unseen,
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    addEventListener() {},
    navigator: { platform: "", userAgent: "" },
    sessionStorage: EMPTY_STORAGE,
    localStorage: EMPTY_STORAGE,
    fetch: async (address: string) => {
      read.add(address);
      return new Response(await readFile(fileURLToPath(address)));
    },
  };
  for (const name of INTERFACES) globals[name] = Reflect.get(window, name);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return {
    document,
    read,
    async settle() {
      while (waiting.length > 0) {
        for (const call of waiting.splice(0)) call();
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (const details of document.querySelectorAll("details")) {
        details.dispatchEvent(new window.Event("toggle"));
      }
    },
  };
}

/** linkedom’s lists have no value before a choice is marked, and cannot be set. */
Object.defineProperty(HTMLSelectElement.prototype, "value", {
  configurable: true,
  get(this: HTMLSelectElement) {
    const chosen = this.querySelector("option[selected]") ?? this.querySelector("option");
    return chosen?.getAttribute("value") ?? "";
  },
  set(this: HTMLSelectElement, value: string) {
    for (const option of this.querySelectorAll("option")) {
      option.toggleAttribute("selected", option.getAttribute("value") === value);
    }
  },
});

/** linkedom leaves `<rect/>` open where a drawing is parsed by itself. */
const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML")!;
Object.defineProperty(SVGElement.prototype, "innerHTML", {
  ...innerHTML,
  set(this: SVGElement, markup: string) {
    innerHTML.set!.call(this, markup.replaceAll(/<(\w+)([^<>]*)\/>/g, "<$1$2></$1>"));
  },
});

/** Nor is a box known as ticked or not. */
Object.defineProperty(HTMLInputElement.prototype, "checked", {
  configurable: true,
  get(this: HTMLInputElement) {
    return this.hasAttribute("checked");
  },
  set(this: HTMLInputElement, checked: boolean) {
    this.toggleAttribute("checked", checked);
  },
});

/** Nothing is on a screen. */
class Unseen {
  observe(_target: Element): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** A first visit: nothing is kept from another page. */
const EMPTY_STORAGE = { getItem: () => null, setItem() {}, removeItem() {} };

const INTERFACES = [
  "Node",
  "Element",
  "HTMLElement",
  "SVGElement",
  "DocumentFragment",
  "NodeList",
  "Text",
  "Comment",
  "Event",
  "CustomEvent",
  "MutationObserver",
] as const;
