import { expect, it } from "vitest";
import { foldCode, isWorkspace, withoutNotebooks } from "../../../cli/site/notebooks.js";

it("notebooks are not among the pages of the public, whatever the folder holds", async () => {
  async function* all() {
    yield* ["/index", "/carnets/index", "/carnets/variables", "/carnetsx", "/regions/index"];
  }
  const paths = [];
  for await (const path of withoutNotebooks(all)()) paths.push(path);
  expect(paths).toEqual(["/index", "/carnetsx", "/regions/index"]);
});

it("the code that a notebook shows is folded, and its results are not", () => {
  const block =
    '<div class="observablehq-pre-container" data-language="js"><pre><code>1</code></pre>\n</div>';
  const page = `<div class="observablehq observablehq--block"></div>\n${block}\n<p>suite</p>`;
  expect(foldCode(page)).toBe(
    `<div class="observablehq observablehq--block"></div>\n<details class="notebook-code"><summary>Code</summary>${block}</details>\n<p>suite</p>`,
  );
});

it("only the tables of notebooks are confidential as a whole", () => {
  expect(["tables/features.parquet", "diffusion/tables/x.parquet"].map(isWorkspace)).toEqual([
    true,
    false,
  ]);
});
