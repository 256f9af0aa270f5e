import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDeliveries } from "../../src/data/deliveries.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

test("a named file of deliveries is read, and one that is absent is an error that names it", async () => {
  const file = join(temporaryFolder(), "l.json");
  expect(() => readDeliveries({ VIGIE_LIVRAISONS: file })).toThrow(/l\.json, qui n’existe pas/);
  writeFileSync(file, '{"livraisons":[{"engagement":17,"livraison":"2023-01-16","piece":"x"}]}');
  expect(readDeliveries({ VIGIE_LIVRAISONS: file }).livraisons).toHaveLength(1);
});
