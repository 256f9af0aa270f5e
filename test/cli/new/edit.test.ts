import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";
import { edited, sortedImports } from "../../../cli/new/edit.js";
import { KINDS } from "../../../cli/new/kinds.js";

const file = "list.ts";

describe("edited", () => {
  it("adds lines just before the text it looks for, as they are", () => {
    const text = "const LIST = [\n  a,\n];\n";
    expect(edited(text, { file, before: "];", added: "  $&,\n" })).toBe(
      "const LIST = [\n  a,\n  $&,\n];\n",
    );
  });

  it.each([
    ["absent", "const LIST = (\n);\n", "ne s’y trouve plus"],
    ["found twice", "];\n];\n", "s’y trouve 2 fois"],
  ])("names the file and the text when it is %s", (_, text, words) => {
    expect(() => edited(text, { file, before: "];", added: "" })).toThrow(
      expect.objectContaining({
        code: "anchor-missing",
        message: expect.stringMatching(new RegExp(`^list\\.ts : .*${words}`)),
      }),
    );
  });

  it("an import goes where the formatter wants it, whatever the case", () => {
    const text =
      'import { z } from "zod";\nimport { b } from "./beta.js";\nimport { d } from "./delta.js";\n';
    const withOne = (name: string) =>
      edited(text, { file, module: `./${name}.js`, imported: "x" })
        .split("\n")
        .indexOf(`import { x } from "./${name}.js";`);
    expect(["alpha", "betaTwo", "deltaTwo"].map(withOne)).toEqual([1, 2, 3]);
  });

  it("a file without imports is refused", () => {
    expect(() => edited("", { file, module: "./a.js", imported: "a" })).toThrow(
      expect.objectContaining({ code: "anchor-missing" }),
    );
  });
});

describe("sortedImports", () => {
  it("a path comes before those that continue it", () => {
    const lines = ["spec-b", "spec", "readSpec"].map((name) => `import "./${name}.js";`);
    expect(sortedImports(lines).match(/[\w-]+(?=\.js)/g)).toEqual(["readSpec", "spec", "spec-b"]);
  });
});

describe("the lists of the repository", () => {
  const edits = Object.values(KINDS).flatMap(({ start }) => start("un-nom").edits);

  it.each(edits)("$file still has the place where a name is entered", (edit) => {
    const text = readFileSync(join(ROOT, edit.file), "utf8");
    const added = "module" in edit ? `import { ${edit.imported} } from` : edit.added;
    expect(edited(text, edit)).toContain(added);
  });
});
