import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { transformSync } from "esbuild";
import sirv from "sirv";
import "../site/oneWindow.js";
import { normalizeConfig } from "@observablehq/framework/dist/config.js";
import { PreviewServer } from "@observablehq/framework/dist/preview.js";
import { NAMED_TABLES } from "../../src/data/namedTables.js";
import { isScience } from "../../src/data/science.js";
import { DIFFUSION, LATEST } from "../../src/lib/diffusion/addresses.js";
import {
  NOTEBOOK_TABLES,
  TABLE_INDEX,
  type TableIndex,
} from "../../src/lib/notebook/tableIndex.js";
import { type Mistake, placeText } from "./mistake.js";
import { pageMistakes } from "./pageMistakes.js";
import { usePlacedTables } from "./placedTables.js";

/** Entry of the process that serves the pages; started by `dev.ts`, which it outlives by nothing. */
export interface PreviewOrder {
  pages: string;
  tables: string;
  /** Tables of notebooks; none for a public preview. */
  workspace: string;
  batch: string;
  port: number;
}

/** What `dev.ts` tells: what is wrong besides the pages, what runs, which files of the pages changed. */
export interface PreviewNews {
  mistakes: Mistake[];
  running: string;
}

const HOST = "127.0.0.1";
const EVENTS = "/_vigie/events";
const BANNER = "/_vigie/banner.js";

const order = JSON.parse(process.argv[2]!) as PreviewOrder;
// The words of Framework's server are about sockets; what an author must know is in the page.
console.log = () => {};
const { default: spec } = await import("../../observablehq.config.js");
const head = `${spec.head}<script type="module">import("${BANNER}");</script>`;
const config = normalizeConfig({ ...spec, head, root: order.pages });
usePlacedTables(config.loaders, order.pages);

const preview = await PreviewServer.start({
  config: undefined,
  root: order.pages,
  hostname: HOST,
  port: order.port,
  open: false,
  verbose: false,
});
preview._readConfig = async () => config;

const banner = transformSync(readFileSync(new URL("banner.ts", import.meta.url), "utf8"), {
  loader: "ts",
}).code;
const readers = new Map<ServerResponse, string>();
let news: PreviewNews = { mistakes: [], running: "" };

const open = sirv(join(order.tables, DIFFUSION), { dev: true });
const api = sirv(order.tables, { dev: true });
const workspace = sirv(order.workspace, { dev: true });

/** What the preview serves besides Framework's pages: the banner, its news, the open data. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url!, `http://${HOST}`);
  if (pathname === BANNER) {
    response.setHeader("Content-Type", "text/javascript; charset=utf-8").end(banner);
  } else if (pathname === EVENTS) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write("retry: 500\n\n");
    readers.set(response, searchParams.get("page") ?? "/");
    response.on("close", () => readers.delete(response));
    void tell(response);
  } else if (pathname.startsWith(`/${DIFFUSION}/`)) {
    const address = [LATEST, order.batch].find((name) =>
      pathname.startsWith(`/${DIFFUSION}/${name}/`),
    );
    if (address) request.url = pathname.slice(`/${DIFFUSION}/${address}`.length);
    open(request, response);
  } else if (isScience() && pathname.startsWith(`/${NOTEBOOK_TABLES}/`)) {
    request.url = pathname.slice(NOTEBOOK_TABLES.length + 1);
    workspace(request, response);
  } else if (pathname.startsWith("/api/")) {
    api(request, response);
  } else preview._handleRequest(request, response);
}
preview.server.removeAllListeners("request");
preview.server.on("request", answer);

/** What the tables of notebooks hold; nothing for a public preview, or between two of them. */
function workspaceHash(): string {
  const file = join(order.workspace, TABLE_INDEX);
  if (!isScience() || !existsSync(file)) return "";
  return (JSON.parse(readFileSync(file, "utf8")) as TableIndex).hash;
}

async function tell(reader: ServerResponse): Promise<void> {
  const page = readers.get(reader);
  if (page === undefined) return;
  const own = await pageMistakes(page, {
    config,
    root: order.pages,
    isPlaced: (name) => existsSync(join(order.pages, ".observablehq", "cache", name)),
    tables: Object.entries(NAMED_TABLES).map(([folder, names]) => [folder, [...names.keys()]]),
  });
  const mistakes = [...news.mistakes, ...own].map((mistake) => ({
    ...mistake,
    place: placeText(mistake),
  }));
  const tables = workspaceHash();
  reader.write(`data: ${JSON.stringify({ running: news.running, mistakes, tables })}\n\n`);
}

process.on("message", (message: PreviewNews) => {
  news = message;
  for (const reader of readers.keys()) void tell(reader);
});
process.on("disconnect", () => process.exit());
const { port } = preview.server.address() as { port: number };
process.send?.({ address: `http://${HOST}:${port}/` });
