import { expect, it } from "vitest";
import { foldCode, isForNotebooks, withoutNotebooks } from "../../../cli/site/notebooks.js";

it("notebooks are not among the pages of the public, whatever the folder holds", async () => {
  async function* all() {
    yield* ["/index", "/carnets/index", "/carnets/variables", "/carnetsx", "/regions/index"];
  }
  const paths = [];
  for await (const path of withoutNotebooks(all)()) paths.push(path);
  expect(paths).toEqual(["/index", "/carnetsx", "/regions/index"]);
});

it("the code of a cell that runs is folded; its result and other code are not", () => {
  const result = '<div class="observablehq observablehq--block"><!--:1f:--></div>\n';
  const code = '<pre data-language="js"><code>1</code></pre>';
  const example = '<p>Exemple</p>\n<pre data-language="sh"><code>npx vigie</code></pre>';
  expect(foldCode(`${result}${code}\n${example}`, "carnets/seuils.html")).toBe(
    `${result}<details class="notebook-code"><summary>Code</summary>${code}</details>\n${example}`,
  );
});

it("only the tables of notebooks and the worker of the lab are not looked into", () => {
  const files = ["tables/x.parquet", "_file/data/ajustement.3a1b1611.js", "diffusion/tables/x.csv"];
  expect(files.map(isForNotebooks)).toEqual([true, true, false]);
});
