import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import {
  displayedNodes,
  withFirstState,
  withPreloads,
} from "../../../../cli/site/prerender/firstState.js";

test("what a cell displayed waits where the client removes it, before the mark of the cell", () => {
  const html =
    "<h1>T</h1><div><observablehq-loading></observablehq-loading><!--:0123abcd:--></div><div><!--:89abcdef-2:--></div>";
  const page = withFirstState(
    html,
    new Map([
      ["0123abcd", "<p>Un</p>"],
      ["89abcdef-2", "deux"],
    ]),
  );
  expect(page).toBe(
    "<h1>T</h1><div><observablehq-loading><p>Un</p></observablehq-loading><!--:0123abcd:--></div>" +
      "<div><observablehq-loading>deux</observablehq-loading><!--:89abcdef-2:--></div>",
  );
});

test("a cell that displays nothing keeps its page as it was", () => {
  const html =
    "<h1>T</h1><div><observablehq-loading></observablehq-loading><!--:0123abcd:--></div>";
  expect(withFirstState(html, new Map([["0123abcd", ""]]))).toBe(html);
});

test("fields have no effect before their script: disabled, and a sentence says so", () => {
  const { document } = parseHTML(
    "<html><body><div><p><button>CSV</button></p><!--:0123abcd:--></div>",
  );
  const div = document.querySelector("div")!;
  const mark = div.lastChild as Comment & { _nodes?: Node[] };
  mark._nodes = [div.querySelector("p")!, document.createElement("observablehq-loading")];
  const nodes = displayedNodes(document).get("0123abcd")!;
  expect(nodes.map(String)).toEqual(["<p><button disabled>CSV</button></p>"]);
  const page = withFirstState(
    "<h1>T</h1><!--:0123abcd:-->",
    new Map([["0123abcd", nodes.map(String).join("")]]),
  );
  expect(page).toMatch(/^<h1>T<\/h1>\n<noscript>.*Sans JavaScript.*<\/noscript><observablehq/);
});

test("a page asks early for what its cells read, but for what its reader may choose otherwise", () => {
  const files = [
    "./_file/data/a.1.json",
    "./_file/data/totaux/FR.2.json",
    "./_file/data/regions/x.3.json",
  ];
  const known = [...files, "./_file/data/totaux/bretagne.4.json"].map(
    (path) => `{"path":"${path}"}`,
  );
  const page = withPreloads(`<script type="module">${known.join("")}</script>`, files);
  expect(page.match(/href="[^"]+"/g)).toEqual([
    'href="./_file/data/a.1.json"',
    'href="./_file/data/regions/x.3.json"',
  ]);
});
