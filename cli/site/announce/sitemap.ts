import { pageAddress } from "./address.js";
import { escapeHtml } from "./escape.js";
import type { AnnouncedPage } from "./pages.js";

/** Map of the site for search engines (sitemaps.org, 0.9); each page changes with the batch. */
export function sitemap(base: string, pages: readonly AnnouncedPage[], date: string): string {
  const entries = pages.map(
    ({ file }) =>
      `<url><loc>${escapeHtml(pageAddress(base, file))}</loc><lastmod>${date}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}

/** What robots may read (RFC 9309): all of the public site, nothing of the agents’ one. */
export function robots(base: string | undefined): string {
  if (base === undefined) return "User-agent: *\nDisallow: /\n";
  return `User-agent: *\nAllow: /\nSitemap: ${base}sitemap.xml\n`;
}
