import { expect, test } from "vitest";
import { listColumns } from "../../src/lib/companyFacts.js";

test("the file of rights B has no column of what the Urssaf says", () => {
  const labels = (withDebt: boolean) => listColumns(withDebt).map(({ label }) => label);
  expect(labels(true).filter((label) => !labels(false).includes(label))).toEqual([
    "Dette Urssaf (€)",
    "Délai de paiement Urssaf",
    "Liste retraitée",
  ]);
});
