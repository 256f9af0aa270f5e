import { VigieError } from "../../../src/lib/error.js";

/** Quiet time, once a page is loaded, after which it comes alive by itself, in milliseconds. */
const REST = 3000;

/** What a reader does first, whatever the device. */
const GESTURES = [
  "pointermove",
  "pointerdown",
  "touchstart",
  "wheel",
  "scroll",
  "keydown",
  "focusin",
];

/** The script that Framework writes in the head of a page, its imports first; page 404 has another before. */
const SCRIPT = /(?<=<script type="module">)\s*import [\s\S]*?(?=<\/script>)/;
const IMPORT = /^import (?:(\{[^}]*\}) from )?("[^"]+");$/gm;
const PRELOAD = /<link rel="(?:modulepreload|preload" as="fetch)"[^>]*>\n/g;

/**
 * A prerendered page whose scripts start at the first gesture of its reader, or after a moment of
 * rest: it has said its message already, and on a slow phone they would hold up its reading. What the
 * scripts need is asked for at that time too. A choice in the address (`?…`) is not in the HTML: they
 * start at once then.
 *
 * @throws VigieError `unexpected-html` when Framework’s page has no script of the form known.
 */
export function liveOnGesture(html: string, path: string): string {
  if (!SCRIPT.test(html)) throw unexpected(path);
  const links = html.match(PRELOAD) ?? [];
  return html.replaceAll(PRELOAD, "").replace(SCRIPT, (code) => {
    const body = code.replaceAll(IMPORT, (_, names: string | undefined, module: string) =>
      names ? `const ${names} = await import(${module});` : `await import(${module});`,
    );
    return `\n${starter(links)}\n${body}`;
  });
}

/** Waits, in the page, until it is time to run the rest of its script. */
function starter(links: readonly string[]): string {
  return `await new Promise((start) => {
  if (location.search) return start();
  for (const gesture of ${JSON.stringify(GESTURES)}) addEventListener(gesture, start, {capture: true, passive: true, once: true});
  const rest = () => setTimeout(start, ${REST});
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, {once: true});
});
document.head.insertAdjacentHTML("beforeend", ${JSON.stringify(links.join(""))});`;
}

function unexpected(path: string): VigieError {
  return new VigieError(
    "unexpected-html",
    `${path} : le script de la page n’est pas de la forme qu’écrit Observable Framework`,
    "Comparez cli/site/prerender/liveOnGesture.ts avec la version de Framework installée.",
  );
}
