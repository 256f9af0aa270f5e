import { expect, test } from "vitest";
import { liveOnGesture } from "../../../../cli/site/prerender/liveOnGesture.js";
import { VigieError } from "../../../../src/lib/error.js";

/** The head of a page as Framework 1.13.4 writes it, shortened. */
const PAGE = `<head>
<link rel="modulepreload" href="./_observablehq/client.1.js">
<link rel="preload" as="style" href="./style.css">
<link rel="preload" as="fetch" crossorigin="anonymous" href="./_file/a.1.json">
<script type="module">

import {define} from "./_observablehq/client.1.js";
import {registerFile} from "./_observablehq/stdlib.2.js";
import "./_observablehq/other.3.js";

define({id: "a", body: async () => { const x = await import("./m.js"); display("import this"); }});

</script>
</head>`;

const live = liveOnGesture(PAGE, "page.html");

/** What the scripts of the page do, when `import(…)` gives the names of modules. */
async function run(search: string): Promise<{ asked: string[]; gesture: (name: string) => void }> {
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(live)![1]!;
  const asked: string[] = [];
  const listeners = new Map<string, () => void>();
  const scope = {
    location: { search },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    document: { readyState: "loading", head: { insertAdjacentHTML: () => asked.push("links") } },
    load: async (module: string) => {
      asked.push(module);
      return { define: () => asked.push("defined"), registerFile: () => {} };
    },
  };
  const code = script.replaceAll("import(", "load(");
  const body = `return (async () => {${code}})()`;
  void new Function(...Object.keys(scope), body)(...Object.values(scope));
  await settled();
  return { asked, gesture: (name) => listeners.get(name)?.() };
}

/** Lets the promises that are ready go on. */
const settled = () => new Promise((done) => setImmediate(done));

const ALL = [
  "links",
  "./_observablehq/client.1.js",
  "./_observablehq/stdlib.2.js",
  "./_observablehq/other.3.js",
  "defined",
];

test("a page asks for nothing before its reader does something", async () => {
  const { asked } = await run("");
  expect(asked).toEqual([]);
  expect(live).not.toMatch(/<link rel="modulepreload".*\n<link/);
  expect(live).toContain('<link rel="preload" as="style"');
});

test.each(["pointermove", "touchstart", "keydown", "scroll", "focusin"])(
  "a %s starts its scripts, once, in their order",
  async (name) => {
    const { asked, gesture } = await run("");
    gesture(name);
    gesture(name);
    await settled();
    expect(asked).toEqual(ALL);
  },
);

test("a choice in the address is shown at once", async () => {
  const { asked } = await run("?region=53");
  expect(asked).toEqual(ALL);
});

test("a page of another form is refused by name", () => {
  expect(() => liveOnGesture("<html></html>", "a.html")).toThrow(VigieError);
  expect(() => liveOnGesture("<html></html>", "a.html")).toThrow(/^a\.html/);
});
