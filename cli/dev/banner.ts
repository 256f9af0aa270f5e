/** Runs in the previewed page: shows what is wrong, where, and what to do, until it is repaired. */
interface Shown {
  identifier?: string;
  place: string;
  code: string;
  message: string;
  remedy: string;
}

const box = document.createElement("section");
box.id = "vigie-dev";
box.lang = "fr";
box.setAttribute("aria-label", "Aperçu : erreurs et calculs en cours");
const sheet = document.createElement("style");
// The site’s own header comes with the finishing of its pages; until then it would cover the title.
sheet.textContent = `
#observablehq-header { position: static; height: auto; }
#vigie-dev { position: fixed; z-index: 1000; inset: auto 0 0 0; max-height: 60vh; overflow: auto; font: 1rem/1.5 system-ui, sans-serif; }
#vigie-dev [role="status"] { margin: 0; padding: 0.25rem 1rem; max-width: none; color: #161616; background: #fef7da; border-top: 2px solid #716043; }
#vigie-dev [role="alert"] { color: #161616; background: #fff; }
#vigie-dev [role="alert"] > div { padding: 0.75rem 1rem; border-top: 4px solid #ce0500; }
#vigie-dev p { margin: 0.25rem 0; max-width: none; white-space: pre-wrap; overflow-wrap: anywhere; }
#vigie-dev code { font: 0.9em ui-monospace, monospace; color: #161616; background: #eee; padding: 0 0.25em; }
#vigie-dev :empty { display: none; }
`;
const status = document.createElement("p");
status.setAttribute("role", "status");
const alert = document.createElement("div");
alert.setAttribute("role", "alert");
box.append(status, alert);
document.head.append(sheet);
document.body.append(box);

function paragraph(text: string, tag: "p" | "strong" | "code" = "p"): HTMLElement {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

function entry({ place, code, message, remedy }: Shown): HTMLElement {
  const node = document.createElement("div");
  const what = paragraph("");
  what.append(paragraph(`${message[0]!.toUpperCase()}${message.slice(1)}.`, "strong"));
  const where = paragraph("");
  if (place) where.append(paragraph(place, "code"));
  const todo = paragraph("");
  todo.append(`À faire : ${remedy} `, paragraph(code, "code"));
  node.append(what, where, todo);
  return node;
}

/** Hash of the tables of notebooks; undefined until it is told. */
let tables: string | undefined;

const events = new EventSource(`/_vigie/events?page=${encodeURIComponent(location.pathname)}`);
events.onmessage = ({ data }) => {
  const news = JSON.parse(data) as { running: string; mistakes: Shown[]; tables: string };
  // Notebooks fetch their tables: Framework does not see that they changed.
  if (tables !== undefined && tables !== news.tables && "notebookTables" in globalThis) {
    location.reload();
  }
  tables = news.tables;
  const { running } = news;
  const mistakes = news.mistakes.filter(
    ({ identifier }) => identifier === undefined || !(identifier in globalThis),
  );
  status.textContent = running;
  const text = JSON.stringify(mistakes);
  // Said again, the same words would be read aloud again.
  if (alert.dataset.said === text) return;
  alert.dataset.said = text;
  alert.replaceChildren(...mistakes.map(entry));
};

export {};
