import fc from "fast-check";
import { expect, test } from "vitest";
import { identifiersIn } from "../../../cli/site/identifiers.js";

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

test("a SIREN or a SIRET is found wherever it is written, as text", () => {
  fc.assert(
    fc.property(fc.oneof(digits(9), digits(14)), (id) => {
      expect(identifiersIn("index.html", `<p>${id}</p>`)).toEqual([id]);
      expect(identifiersIn("_import/a.js", `const a="${id}";`)).toEqual([id]);
      expect(identifiersIn("_file/a.csv", `siren,n\n${id},3`)).toEqual([id]);
      expect(identifiersIn("_file/a.json", JSON.stringify({ a: [id] }))).toEqual([id]);
      expect(identifiersIn("_file/a.json", JSON.stringify({ [`${id}`]: 1 }))).toEqual([id]);
      expect(identifiersIn("_file/a.json", JSON.stringify({ a: `siren ${id}.` }))).toEqual([id]);
    }),
  );
});

test("numbers of other lengths, decimals, amounts and hashes are not identifiers", () => {
  expect(identifiersIn("a.html", "1234567890 12345678 3.123456789 a123456789")).toEqual([]);
  expect(identifiersIn("a.html", "'sha256-AAAA/123456789/AAAA='")).toEqual([]);
  expect(identifiersIn("a.json", '{"dette":123456789,"x":0.123456789}')).toEqual([]);
});

test("libraries are not searched, our own modules are", () => {
  expect(identifiersIn("_npm/d3@7.9.2/a.js", "268435456")).toEqual([]);
  expect(identifiersIn("_import/site.a.js", "268435456")).toEqual(["268435456"]);
});
