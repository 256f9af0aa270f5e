import { SERVICE } from "../frame/header.js";
import { pageAddress } from "./address.js";
import { escapeHtml } from "./escape.js";
import type { AnnouncedPage } from "./pages.js";

/** Size of a preview, in pixels (Open Graph as the large networks read it). */
export const PREVIEW = { width: 1200, height: 630 };

/**
 * What search engines and networks show of a page: description, feed, Open Graph (ogp.me) and Twitter
 * card, with the picture of its first chart where there is one.
 */
export function metaOf(base: string, page: AnnouncedPage, picture: string | undefined): string {
  const { file, title, description } = page;
  const properties = [
    ["og:type", "website"],
    ["og:locale", "fr_FR"],
    ["og:site_name", SERVICE],
    ["og:title", title],
    ["og:description", description],
    ["og:url", pageAddress(base, file)],
    ...(picture
      ? [
          ["og:image", `${base}${picture}`],
          ["og:image:width", String(PREVIEW.width)],
          ["og:image:height", String(PREVIEW.height)],
          ["og:image:alt", title],
        ]
      : []),
  ].map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value!)}">`);
  const root = "../".repeat(file.split("/").length - 1) || "./";
  return [
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<meta name="twitter:card" content="${picture ? "summary_large_image" : "summary"}">`,
    `<link rel="alternate" type="application/atom+xml" title="Publications" href="${root}flux.xml">`,
    ...properties,
  ].join("\n");
}
