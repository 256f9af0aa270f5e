import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { VigieError } from "../../src/lib/error.js";
import { SECURITY_HEADERS } from "./policy.js";

export interface SiteServer {
  /** `http://127.0.0.1:3000/`. */
  address: string;
  close(): Promise<void>;
}

/** How many ports above the one preferred are tried before any free one is taken. */
const PORTS_TRIED = 10;

/**
 * Serves a built site on this machine only: addresses without `.html`, security headers. Takes the
 * next free port when the one preferred is taken. Throws a VigieError when there is no site there.
 */
export async function serveSite(
  directory: string,
  { port = 3000 }: { port?: number } = {},
): Promise<SiteServer> {
  if (!existsSync(join(directory, "index.html"))) throw noSite(directory);
  const server = createServer(await answer(directory));
  const ports = Array.from({ length: PORTS_TRIED }, (_, i) => port + i);
  await listen(server, port === 0 ? [0] : [...ports, 0]);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(directory: string): Promise<RequestListener> {
  const notFound = await notFoundPage(directory);
  const files = sirv(directory, { etag: true, extensions: ["html"], setHeaders });
  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (isFolderWithoutSlash(directory, path)) {
      // Relative addresses of the page would otherwise start one folder too high.
      response.writeHead(301, { Location: `${path}/` }).end();
      return;
    }
    files(request, response, () => {
      setHeaders(response);
      response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" }).end(notFound);
    });
  };
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}

function isFolderWithoutSlash(directory: string, path: string): boolean {
  if (path.endsWith("/") || path.includes("..") || path.startsWith("//")) return false;
  const file = join(directory, path);
  return existsSync(join(file, "index.html")) && !existsSync(`${file}.html`);
}

async function notFoundPage(directory: string): Promise<string> {
  const page = join(directory, "404.html");
  if (existsSync(page)) return readFile(page, "utf8");
  return '<!DOCTYPE html><html lang="fr"><title>Page introuvable</title><h1>Page introuvable</h1><p><a href="/">Retour à l’accueil</a></p></html>';
}

/** Tries ports in order; the last failure is the one told. */
async function listen(server: Server, [port, ...others]: number[]): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" || others.length === 0) throw error;
    await listen(server, others);
  }
}

function noSite(directory: string): VigieError {
  return new VigieError(
    "missing-site",
    `aucun site construit dans ${directory}`,
    "Lancez « npx vigie site » pour le construire.",
    2,
  );
}
