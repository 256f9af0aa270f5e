import { posix } from "node:path";

const { dirname } = posix;

/** What Framework puts before the mark of a cell, and takes away when the cell displays. */
const LOADING = "observablehq-loading";

/** Mark of a cell in a page, with what waits before it. */
const MARK = new RegExp(`(?:<${LOADING}></${LOADING}>)?<!--:([0-9a-f]{8}(?:-\\d+)?):-->`, "g");

const WITHOUT_SCRIPTS =
  '<noscript><p class="note-line">Sans JavaScript, cette page montre son premier état : les choix et les téléchargements sont inactifs. Toutes les valeurs sont dans les fichiers de la page « Données ».</p></noscript>';

/**
 * A page with what its cells displayed at first, by the identifier of the cell, in its HTML: within
 * the element that Framework’s client removes when the live cell displays.
 */
export function withFirstState(html: string, displayed: ReadonlyMap<string, string>): string {
  const page = html.replaceAll(MARK, (mark, id: string) => {
    const content = displayed.get(id);
    return content ? `<${LOADING}>${content}</${LOADING}><!--:${id}:-->` : mark;
  });
  return [...displayed.values()].some((content) => content.includes(" disabled"))
    ? page.replace("</h1>", `</h1>\n${WITHOUT_SCRIPTS}`)
    : page;
}

/** `NodeFilter.SHOW_COMMENT`. */
const COMMENTS = 128;

/** What takes a click or a key has no effect before its script. */
const CONTROLS = "button, input, select, textarea";

/** Files that a page knows, by the address it gives them. */
const KNOWN = /"path":"([^"]+)"/g;

/**
 * A page that asks at once for the files its cells read first, without waiting for its scripts to
 * ask: addresses from the page. Those of a folder from which its reader chooses are left: a choice
 * may stand in the address.
 */
export function withPreloads(html: string, files: readonly string[]): string {
  const known = [...html.matchAll(KNOWN)].map(([, path]) => dirname(path!));
  const chosen = (file: string) =>
    !dirname(file).endsWith("/data") && known.filter((one) => one === dirname(file)).length > 1;
  const links = files
    .filter((file) => !chosen(file))
    .map((file) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${file}">\n`);
  return html.replace('<script type="module">', () => `${links.join("")}<script type="module">`);
}

/** What each cell of a document displayed, by its identifier, as the client left it. */
export function displayedNodes(document: Document): Map<string, Node[]> {
  const found = new Map<string, Node[]>();
  const walker = document.createTreeWalker(document.body, COMMENTS);
  for (let mark = walker.nextNode(); mark; mark = walker.nextNode()) {
    const id = /^:([0-9a-f]{8}(?:-\d+)?):$/.exec((mark as Comment).data)?.[1];
    if (!id) continue;
    const nodes = (mark as Comment & { _nodes?: Node[] })._nodes ?? [];
    const shown = nodes.filter(({ nodeName }) => nodeName !== LOADING.toUpperCase());
    for (const node of shown) disableControls(node);
    found.set(id, shown);
  }
  return found;
}

function disableControls(node: Node): void {
  if (!("querySelectorAll" in node)) return;
  for (const control of (node as Element).querySelectorAll(CONTROLS)) {
    control.setAttribute("disabled", "");
  }
}
