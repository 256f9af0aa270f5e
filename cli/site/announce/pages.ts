import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../files.js";

/** What is said of a page elsewhere than on it. */
export interface AnnouncedPage {
  /** Path in the site: `regions/bretagne.html`. */
  file: string;
  title: string;
  /** Its first-level heading. */
  heading: string;
  /** Its first sentences, for search engines and previews. */
  description: string;
}

/** Longest description that search engines show whole, in characters. */
const LONGEST = 160;

/** Every page of a built site but the one for wrong addresses, in the order of files. */
export async function announcedPages(site: string): Promise<AnnouncedPage[]> {
  const files = (await listFiles(site)).filter((file) => file.endsWith(".html"));
  const pages = [];
  for (const file of files) {
    if (file !== "404.html")
      pages.push(readAnnounced(file, await readFile(join(site, file), "utf8")));
  }
  return pages;
}

const HEADING = /<h1[^>]*>([\s\S]*?)<\/h1>/;
const OPENING = /<p(?: class="(?:lead|finding)")?>([\s\S]*?)<\/p>/;
/** What the first chart shows, on a page without an opening sentence. */
const FINDING = /<h3[^>]*>([\s\S]*?)<\/h3>/;

/** Reads the title and the first words of a page, which stay as HTML writes them (`&amp;`). */
export function readAnnounced(file: string, html: string): AnnouncedPage {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? "";
  const heading = words(HEADING.exec(main)?.[1]);
  const opening = words((OPENING.exec(main) ?? FINDING.exec(main))?.[1]);
  const description = [heading, opening].filter(Boolean).join(" — ");
  return {
    file,
    title: title.replace(/ \| [^|]*$/, ""),
    heading,
    description: shortened(description),
  };
}

function words(html = ""): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/[ \n]+/g, " ")
    .trim();
}

/** Cut between words. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - 1).replace(/ [^ ]*$/, "")}…`;
}
