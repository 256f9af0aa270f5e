import { VigieError } from "../../lib/error.js";
import { NOTEBOOK_TABLES, TABLE_INDEX, type TableIndex } from "../../lib/notebook/tableIndex.js";
import { siteLink } from "../siteLink.js";

/** Address of a file of the notebooks’ tables. */
export const tableAddress = (file: string): string => siteLink(`${NOTEBOOK_TABLES}/${file}`);

let index: Promise<TableIndex> | undefined;

/** What there is to work on, read once a page. Throws a VigieError when the site has no tables. */
export function openIndex(): Promise<TableIndex> {
  index ??= openDocument<TableIndex>(TABLE_INDEX);
  // The preview reloads the pages that read tables when these change.
  Object.assign(globalThis, { notebookTables: true });
  return index;
}

/** A JSON document beside the tables: `model.json`, `evaluation.json`, `manifest.json`. */
export async function openDocument<Content>(file: string): Promise<Content> {
  const response = await fetch(tableAddress(file));
  if (response.ok) return response.json();
  throw new VigieError(
    "no-workspace",
    `le site n’a pas ${NOTEBOOK_TABLES}/${file}`,
    "Lancez « npx vigie dev --audience science », ou « npx vigie site --audience science ».",
    2,
  );
}
