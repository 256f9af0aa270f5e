import { html } from "npm:htl";
import { loadErrorOf } from "../../lib/explorer/loadError.js";
import { DEFAULT_REQUEST, readRequest } from "../../lib/explorer/request.js";
import type { BatchTable, Territory } from "../../lib/tables.js";
import { Engine } from "./engine.js";
import { startButton, wantsLessData } from "./startButton.js";
import { workbench } from "./workbench.js";

export interface Explorer {
  batch: BatchTable;
  /** France, the régions and the départements; read when the explorer starts. */
  territories: () => Promise<readonly Territory[]>;
}

/**
 * The explorer of the published tables: a button that loads it, then its fields, its results and its
 * SQL. An address that carries a request loads it at once, unless the reader asked for light pages.
 */
export function explorer({ batch, territories }: Explorer): HTMLElement {
  const address = new URLSearchParams(location.search);
  const asked = readRequest(address);
  const sql = address.get("sql");
  const place = html`<div class="explorer">`;
  const start = startButton(async (told) => {
    try {
      const known = await territories();
      const engine = await Engine.start(known, (received, total) =>
        told(total === null ? null : received / total),
      );
      const bench = workbench({
        engine,
        territories: known,
        batch,
        request: asked ?? DEFAULT_REQUEST,
      });
      place.append(bench.element);
      await bench.open(sql);
    } catch (error) {
      throw loadErrorOf(error);
    }
  });
  place.append(start.element);
  if ((asked || sql) && !wantsLessData()) void start.launch();
  return place;
}
