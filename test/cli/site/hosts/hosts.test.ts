import { describe, expect, test } from "vitest";
import { HOST_FILES } from "../../../../cli/site/hosts/hosts.js";
import {
  HASHED_CACHE,
  HASHED_FOLDERS,
  HOST_HEADERS,
  OTHER_CACHE,
} from "../../../../cli/site/hosts/rules.js";

const SERVERS = ["_headers", ".htaccess", "nginx.conf"];

describe.each(SERVERS)("the settings in %s", (name) => {
  const text = HOST_FILES[name]!();

  test("say every security header with its value", () => {
    for (const [header, value] of Object.entries(HOST_HEADERS)) {
      expect(text).toMatch(new RegExp(`${header}(?:: | "| ")`));
      expect(text).toContain(value);
    }
  });

  test("keep for long what is named by its content, and nothing else", () => {
    expect(text).toContain(HASHED_CACHE);
    expect(text).toContain(OTHER_CACHE);
    for (const folder of HASHED_FOLDERS) expect(text).toContain(folder);
  });
});

test("nginx repeats the headers in each block, which would otherwise forget them", () => {
  const blocks = HOST_FILES["nginx.conf"]!().match(/location[^{]*\{[^}]*\}/g)!;
  for (const block of blocks) expect(block).toContain("X-Content-Type-Options");
  expect(blocks).toHaveLength(2);
});

test("GitHub Pages is told to publish the folders that start with a low line", () => {
  expect(HOST_FILES[".nojekyll"]!()).not.toBe("");
});
