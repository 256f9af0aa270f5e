import { SECURITY_HEADERS } from "../policy.js";

/** Folders whose files are named by their content, and never change under a name. */
export const HASHED_FOLDERS = ["_etat", "_file", "_import", "_npm", "_observablehq"] as const;

/** A year, the longest that RFC 9111 caches are meant for. */
export const HASHED_CACHE = "public, max-age=31536000, immutable";

/** Asked for again each time, and not sent again when it has not changed. */
export const OTHER_CACHE = "no-cache";

/** Headers of every answer from a server on the internet, which must be reached by HTTPS (RFC 6797). */
export const HOST_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  "Strict-Transport-Security": "max-age=31536000",
};

/** Types worth compressing; Parquet, fonts and pictures are already. */
export const COMPRESSED = [
  "text/html",
  "text/css",
  "text/csv",
  "text/javascript",
  "application/json",
  "application/xml",
  "application/wasm",
  "image/svg+xml",
] as const;
