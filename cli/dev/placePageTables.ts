import { placeTables } from "../site/cache.js";
import { placeDiffusionTable } from "../site/diffusion.js";
import { placeEditor } from "../site/editor.js";
import { placeLabWorker } from "../site/labWorker.js";

/** Puts in Framework's cache all that the public pages read, and the notebooks if asked; a file that says the same is left alone. */
export async function placePageTables(
  pages: string,
  tables: string,
  science = false,
): Promise<void> {
  await placeTables(pages, tables);
  await placeDiffusionTable(pages, tables, true);
  await placeEditor(pages);
  if (science) await placeLabWorker(pages);
}
