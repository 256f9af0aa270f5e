import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nextFolder, publish, recover } from "../../../cli/site/publish.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

function site(folder: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), words);
}

const words = (folder: string): string => readFileSync(join(folder, "index.html"), "utf8");

test("the new site takes the place of the old one, and nothing else is left", async () => {
  const out = join(temporaryFolder(), "public");
  site(out, "old");
  site(nextFolder(out), "new");
  await publish(out);
  expect(words(out)).toBe("new");
  expect(existsSync(nextFolder(out)) || existsSync(`${out}.previous`)).toBe(false);
});

test("the old site stays when there is no new one to put in place", async () => {
  const out = join(temporaryFolder(), "public");
  site(out, "old");
  await expect(publish(out)).rejects.toThrow();
  expect(words(out)).toBe("old");
});

test("a site set aside by a publication that was killed comes back", async () => {
  const out = join(temporaryFolder(), "public");
  site(`${out}.previous`, "old");
  site(nextFolder(out), "half");
  await recover(out);
  expect(words(out)).toBe("old");
  expect(existsSync(nextFolder(out))).toBe(false);
});
