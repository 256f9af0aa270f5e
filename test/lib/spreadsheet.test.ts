import { expect, test } from "vitest";
import { toSpreadsheet } from "../../src/lib/spreadsheet.js";

test("no text of a downloaded list is run as a formula, and numbers keep their sign (OWASP, CSV Injection)", () => {
  const columns = [
    { label: "Nom", value: (row: [string, number]) => row[0] },
    { label: "Variation", value: (row: [string, number]) => row[1] },
  ];
  const rows: [string, number][] = [
    ['=HYPERLINK("http://x";"y")', -3],
    ["@SUM(A1)", 1],
    ["+33 SARL", 2],
    ["-A-", 0],
    ["\tTAB", 0],
    ["A=B", 4],
  ];
  expect(toSpreadsheet(columns, rows)).toBe(
    [
      "Nom,Variation",
      '"\'=HYPERLINK(""http://x"";""y"")",-3',
      "'@SUM(A1),1",
      "'+33 SARL,2",
      "'-A-,0",
      "'\tTAB,0",
      "A=B,4",
      "",
    ].join("\r\n"),
  );
});
