import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { feed, type Publication } from "./feed.js";
import { metaOf } from "./meta.js";
import { type AnnouncedPage, announcedPages } from "./pages.js";
import { previewPicture } from "./picture.js";
import { PLAN_FILE, withPlan } from "./plan.js";
import { robots, sitemap } from "./sitemap.js";

export interface Announcement {
  /** Address of the site; without it, the site must not be found: that of agents. */
  base?: string;
  /** First day of the batch month, `YYYY-MM-DD`. */
  date: string;
  publications: readonly Publication[];
}

/**
 * Says to others what a built site holds: plan of the site, and for a public one map for search
 * engines, feed of publications, descriptions and pictures for networks. Same site, same bytes.
 */
export async function announce(
  site: string,
  { base, date, publications }: Announcement,
): Promise<void> {
  const pages = await announcedPages(site);
  await rewrite(join(site, PLAN_FILE), (html) => withPlan(html, pages, base !== undefined));
  await writeFile(join(site, "robots.txt"), robots(base));
  if (base === undefined) return;
  await writeFile(join(site, "sitemap.xml"), sitemap(base, pages, date));
  await writeFile(join(site, "flux.xml"), feed(base, publications));
  const pictures = new Set<string>();
  for (const page of pages) {
    const path = join(site, page.file);
    const html = await readFile(path, "utf8");
    const own = pictureFile(page);
    if (own && (await savePicture(join(site, own), html, page.title))) pictures.add(own);
  }
  for (const page of pages) {
    const picture = [pictureFile(page), entrancePicture(page)].find((one) => pictures.has(one!));
    const meta = metaOf(base, page, picture);
    await rewrite(join(site, page.file), (html) =>
      html.replace("</title>", (end) => `${end}\n${meta}`),
    );
  }
}

/** A page of the top or the entrance of a folder has its own picture; the others take the entrance’s. */
function pictureFile({ file }: AnnouncedPage): string | undefined {
  if (file.includes("/") && !file.endsWith("/index.html")) return undefined;
  return `apercus/${file.replace(/\.html$/, "").replaceAll("/", "-")}.png`;
}

function entrancePicture({ file }: AnnouncedPage): string {
  return `apercus/${dirname(file)}-index.png`;
}

async function savePicture(file: string, html: string, title: string): Promise<boolean> {
  const picture = previewPicture(html, title);
  if (!picture) return false;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
  return true;
}

async function rewrite(file: string, change: (html: string) => string): Promise<void> {
  const html = await readFile(file, "utf8").catch(() => undefined);
  if (html !== undefined) await writeFile(file, change(html));
}
