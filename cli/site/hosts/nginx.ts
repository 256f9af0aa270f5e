import { COMPRESSED, HASHED_CACHE, HASHED_FOLDERS, HOST_HEADERS, OTHER_CACHE } from "./rules.js";

/**
 * Lines to include in the `server` block of nginx. A `location` that sets a header forgets those of
 * the block above it (ngx_http_headers_module), so each says them all.
 */
export function nginxServer(): string {
  const headers = Object.entries(HOST_HEADERS).map(
    ([name, value]) => `  add_header ${name} "${value}" always;`,
  );
  // « text/html » is always compressed; naming it again is a warning.
  const types = COMPRESSED.filter((type) => type !== "text/html");
  return [
    "gzip on;",
    "gzip_vary on;",
    `gzip_types ${types.join(" ")};`,
    "error_page 404 /404.html;",
    `location ~ ^/(${HASHED_FOLDERS.join("|")})/ {`,
    ...headers,
    `  add_header Cache-Control "${HASHED_CACHE}";`,
    "}",
    "location / {",
    "  try_files $uri $uri.html $uri/index.html =404;",
    ...headers,
    `  add_header Cache-Control "${OTHER_CACHE}";`,
    "}",
    "",
  ].join("\n");
}
