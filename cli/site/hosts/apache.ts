import { COMPRESSED, HASHED_CACHE, HASHED_FOLDERS, HOST_HEADERS, OTHER_CACHE } from "./rules.js";

/** `.htaccess` for Apache 2.4: headers, caches, compression, addresses without `.html`, page 404. */
export function apacheAccess(): string {
  const headers = Object.entries(HOST_HEADERS).map(
    ([name, value]) => `  Header always set ${name} "${value}"`,
  );
  return [
    "ErrorDocument 404 /404.html",
    "DirectorySlash On",
    "<IfModule mod_headers.c>",
    ...headers,
    `  Header set Cache-Control "${OTHER_CACHE}"`,
    `  <If "%{REQUEST_URI} =~ m#/(${HASHED_FOLDERS.join("|")})/#">`,
    `    Header set Cache-Control "${HASHED_CACHE}"`,
    "  </If>",
    "</IfModule>",
    "<IfModule mod_deflate.c>",
    `  AddOutputFilterByType DEFLATE ${COMPRESSED.join(" ")}`,
    "</IfModule>",
    "<IfModule mod_rewrite.c>",
    "  RewriteEngine On",
    "  RewriteCond %{REQUEST_FILENAME}.html -f",
    "  RewriteRule ^(.+)$ $1.html [L]",
    "</IfModule>",
    "",
  ].join("\n");
}
