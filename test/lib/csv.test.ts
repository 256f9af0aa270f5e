import { expect, it } from "vitest";
import { toCsv } from "../../src/lib/csv.js";

it("writes RFC 4180: commas, CRLF, quotes doubled, raw numbers", () => {
  const columns = [
    { label: "Région, nom", value: (row: { name: string }) => row.name },
    { label: "Taux", value: () => 2.5, text: () => "2,5 %" },
  ];
  expect(toCsv(columns, [{ name: 'dite « la "Grande" »' }])).toBe(
    '"Région, nom",Taux\r\n"dite « la ""Grande"" »",2.5\r\n',
  );
});

it("keeps the mark of secrecy and leaves a missing value empty", () => {
  const columns = [{ label: "v", value: (row: string | null) => row }];
  expect(toCsv(columns, ["s", null])).toBe("v\r\ns\r\n\r\n");
});
