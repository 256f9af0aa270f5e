import { HASHED_CACHE, HASHED_FOLDERS, HOST_HEADERS, OTHER_CACHE } from "./rules.js";

/** `_headers`, which Netlify, Cloudflare Pages and others read at the root of a site. */
export function netlifyHeaders(): string {
  const all = { ...HOST_HEADERS, "Cache-Control": OTHER_CACHE };
  const blocks = [
    block("/*", all),
    // The rules of all paths that match add up: the general one goes first.
    ...HASHED_FOLDERS.map(
      (folder) => `/${folder}/*\n  ! Cache-Control\n  Cache-Control: ${HASHED_CACHE}`,
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function block(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join(
    "\n",
  );
}
