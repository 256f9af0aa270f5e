import { posix } from "node:path";
import { parseHTML } from "linkedom";

/** What is checked of a page. */
export interface Page {
  language: string | null;
  title: string;
  headings: number;
  anchors: Set<string>;
  /** Addresses of `<a>`. */
  links: string[];
  /** Addresses of what the browser loads: scripts, styles, images, frames, imported modules. */
  assets: string[];
}

const LOADED =
  "script[src], img[src], source[src], video[src], audio[src], iframe[src], embed[src]";

/** Modules that inline scripts import. Templates of text cannot hold such an address in our pages. */
const IMPORTED = /(?:from\s*|import\s*\(?\s*|"path":\s*)"(\.{0,2}\/[^"]+)"/g;

export function readPage(html: string): Page {
  const { document } = parseHTML(html);
  const all = (selector: string, attribute: string): string[] =>
    [...document.querySelectorAll(selector)].map((node) => node.getAttribute(attribute) ?? "");
  const scripts = [...document.querySelectorAll("script:not([src])")];
  const imported = scripts.flatMap((script) =>
    [...(script.textContent ?? "").matchAll(IMPORTED)].map(([, address]) => address!),
  );
  return {
    language: document.documentElement.getAttribute("lang"),
    title: document.querySelector("title")?.textContent?.trim() ?? "",
    headings: document.querySelectorAll("h1").length,
    anchors: new Set([...all("[id]", "id"), ...all("a[name]", "name")]),
    links: all("a[href]", "href"),
    assets: [...all("link[href]", "href"), ...all(LOADED, "src"), ...imported],
  };
}

/** Everything wrong with one page of the site, in French. */
export function pageProblems(
  file: string,
  page: Page,
  pages: ReadonlyMap<string, Page>,
  published: ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  if (page.language !== "fr") problems.push(`${file} : langue « ${page.language} » au lieu de fr`);
  if (page.title === "") problems.push(`${file} : sans titre`);
  if (page.headings !== 1) problems.push(`${file} : ${page.headings} titres h1 au lieu d’un`);
  for (const asset of new Set(page.assets)) {
    if (isExternal(asset)) problems.push(`${file} : adresse extérieure ${asset}`);
    else if (!isInline(asset) && !published.has(resolveAddress(file, asset).path)) {
      problems.push(`${file} : fichier absent ${asset}`);
    }
  }
  for (const link of new Set(page.links)) {
    const problem =
      isExternal(link) || isInline(link) ? undefined : linkProblem(file, link, pages, published);
    if (problem) problems.push(`${file} : ${problem}`);
  }
  return problems;
}

function linkProblem(
  file: string,
  link: string,
  pages: ReadonlyMap<string, Page>,
  published: ReadonlySet<string>,
): string | undefined {
  const { path, anchor } = resolveAddress(file, link);
  if (published.has(path) && !pages.has(path)) return undefined;
  const target = [path, `${path}.html`, posix.join(path, "index.html")].find((p) => pages.has(p));
  if (!target) return `lien sans page ${link}`;
  if (anchor && !pages.get(target)!.anchors.has(anchor)) return `lien sans ancre ${link}`;
  return undefined;
}

const isExternal = (address: string): boolean => /^(https?:)?\/\//.test(address);
const isInline = (address: string): boolean => /^(data|blob|mailto|tel):/.test(address);

/** File an address leads to from a page, and its anchor. */
function resolveAddress(file: string, address: string): { path: string; anchor: string } {
  const base = new URL(file, "http://localhost/");
  const { pathname, hash } = new URL(address, base);
  const path = decodeURIComponent(pathname).slice(1);
  const isFolder = path === "" || path.endsWith("/");
  return { path: isFolder ? `${path}index.html` : path, anchor: decodeURIComponent(hash.slice(1)) };
}
