import { expect, test } from "vitest";
import { findChromium } from "../../../cli/print/findChromium.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const problemOf = (env: NodeJS.ProcessEnv): unknown => {
  try {
    return findChromium(env);
  } catch (error) {
    return error;
  }
};

test("without a Chromium, the error says how to get one", () => {
  const nowhere = temporaryFolder();
  expect(problemOf({ PATH: nowhere, PLAYWRIGHT_BROWSERS_PATH: nowhere })).toMatchObject({
    code: "no-chromium",
    remedy: expect.stringMatching(/apt-get install chromium.*CHROMIUM_PATH/),
  });
});

test("a path given by hand wins, and must exist", () => {
  const folder = temporaryFolder({ "my-chromium": "" });
  expect(findChromium({ CHROMIUM_PATH: `${folder}/my-chromium` })).toBe(`${folder}/my-chromium`);
  expect(problemOf({ CHROMIUM_PATH: `${folder}/absent` })).toMatchObject({
    message: expect.stringMatching(/absent n’existe pas/),
  });
});
