import { VigieError } from "../../../src/lib/error.js";

/** Where `vigie site --serve` serves by default: the address of a site that is nowhere else yet. */
export const LOCAL_ADDRESS = "http://127.0.0.1:3000/";

/**
 * Address the site will have, which feeds, site maps and previews must give in full: that of
 * `VIGIE_SITE_URL`, with a slash at its end.
 *
 * @throws VigieError `wrong-address`.
 */
export function siteAddress(asked = process.env.VIGIE_SITE_URL): string {
  if (!asked) return LOCAL_ADDRESS;
  const url = URL.canParse(asked) ? new URL(asked) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) throw wrong(asked);
  return url.href.replace(/\/*$/, "/");
}

/** Address of a page from its file: no `index.html`, no `.html`. */
export function pageAddress(base: string, file: string): string {
  return `${base}${file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")}`;
}

function wrong(asked: string): VigieError {
  return new VigieError(
    "wrong-address",
    `VIGIE_SITE_URL vaut « ${asked} », qui n’est pas l’adresse d’un site`,
    "Donnez une adresse complète, comme https://exemple.gouv.fr/, sans paramètre ni ancre.",
    2,
  );
}
