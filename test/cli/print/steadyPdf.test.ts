import { expect, test } from "vitest";
import { steadyPdf } from "../../../cli/print/steadyPdf.js";

test("the dates of the printing give way to that of the batch, at the same place in the file", () => {
  const pdf = Buffer.from(
    "%PDF-1.4 /CreationDate (D:20261123103015+00'00') /ModDate (D:20261123103015+00'00') \u00ff end",
    "latin1",
  );
  const steady = steadyPdf(pdf, "2026-10-01");
  expect(steady.length).toBe(pdf.length);
  expect(steady.toString("latin1")).toBe(
    "%PDF-1.4 /CreationDate (D:20261001000000+00'00') /ModDate (D:20261001000000+00'00') \u00ff end",
  );
});

test("parts named by a counter are numbered from one, in their order, wherever they are named", () => {
  const pdf = "<</ID (node00000172)>> <</Names [(node00000172) 1 0 R (node00000900) 2 0 R]>>";
  expect(steadyPdf(Buffer.from(pdf), "2026-10-01").toString("latin1")).toBe(
    "<</ID (node00000001)>> <</Names [(node00000001) 1 0 R (node00000002) 2 0 R]>>",
  );
});
