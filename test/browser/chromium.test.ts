import { expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { findChromium } from "./chromium.js";

test("without a Chromium, the error says how to get one", () => {
  const nowhere = temporaryFolder();
  expect(() => findChromium({ PATH: nowhere, PLAYWRIGHT_BROWSERS_PATH: nowhere })).toThrow(
    /apt-get install chromium.*CHROMIUM_PATH/,
  );
});

test("a path given by hand wins, and must exist", () => {
  const folder = temporaryFolder({ "my-chromium": "" });
  expect(findChromium({ CHROMIUM_PATH: `${folder}/my-chromium` })).toBe(`${folder}/my-chromium`);
  expect(() => findChromium({ CHROMIUM_PATH: `${folder}/absent` })).toThrow(/absent n’existe pas/);
});
