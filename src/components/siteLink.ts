/**
 * Address of a page from the root of the site, wherever the site is served and whatever the depth
 * of the page: modules are served from `_import/components/`.
 */
export function siteLink(path: string): string {
  return new URL(`../../${path}`, import.meta.url).href;
}
