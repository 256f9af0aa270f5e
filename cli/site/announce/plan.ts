import { escapeHtml } from "./escape.js";
import type { AnnouncedPage } from "./pages.js";

/** What the page `plan-du-site` leaves for the list. */
const PLACE = '<div id="plan"></div>';

/** Page on which the map of the site stands. */
export const PLAN_FILE = "plan-du-site.html";

/**
 * Puts in the page of the site map the list of all pages: those of a folder under its own page. The
 * RGAA (12.1) wants a second way through the site beside the menu. `fed` when it has a feed.
 */
export function withPlan(html: string, pages: readonly AnnouncedPage[], fed: boolean): string {
  const feed = fed
    ? '<p>Pour être prévenu de chaque publication : <a href="./flux.xml">le flux Atom</a>.</p>'
    : "";
  return html.replace(PLACE, () => `<div id="plan">${planOf(pages)}</div>${feed}`);
}

function planOf(pages: readonly AnnouncedPage[]): string {
  const tops = pages.filter(({ file }) => !file.includes("/") || file.endsWith("/index.html"));
  const home = tops.filter(({ file }) => file === "index.html");
  const others = tops.filter(({ file }) => file !== "index.html").sort(byTitle);
  return list([...home, ...others].map((page) => item(page, named(below(page, pages)))));
}

/** Pages of the folder of which this one is the entrance. */
function below(page: AnnouncedPage, pages: readonly AnnouncedPage[]): AnnouncedPage[] {
  const folder = /^(.+\/)index\.html$/.exec(page.file)?.[1];
  if (!folder) return [];
  return pages
    .filter(({ file }) => file.startsWith(folder) && !file.endsWith("/index.html"))
    .sort(byTitle);
}

/** Pages made from one source share its title: their headings tell them apart. */
function named(pages: readonly AnnouncedPage[]): AnnouncedPage[] {
  const titles = new Set(pages.map(({ title }) => title));
  if (titles.size === pages.length) return [...pages];
  return pages.map((page) => ({ ...page, title: page.heading || page.title })).sort(byTitle);
}

/** Alphabetical as French lists are: accents and capitals do not count. */
function byTitle(a: AnnouncedPage, b: AnnouncedPage): number {
  const [one, other] = [a, b].map(({ title }) =>
    title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
  );
  return one! < other! ? -1 : one! > other! ? 1 : 0;
}

function item({ file, title }: AnnouncedPage, children: readonly AnnouncedPage[]): string {
  const address = file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
  const inside = children.length > 0 ? list(children.map((child) => item(child, []))) : "";
  return `<li><a href="./${address}">${escapeHtml(title)}</a>${inside}</li>`;
}

const list = (items: readonly string[]): string => `<ul>${items.join("")}</ul>`;
