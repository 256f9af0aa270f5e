import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../../../cli/site/files.js";
import { publishStateSheet, stateSheet } from "../../../../cli/site/frame/stateSheet.js";
import { REPOSITORY } from "../../../../cli/site/repository.js";
import { temporaryFolder } from "../../../fixtures/temporaryFolder.js";

test("dark colours follow the system of the reader, and print stays light", () => {
  const core = ":root{--ink:#161616}/*! */:root[data-fr-theme=dark]{--ink:#fff}a{color:var(--ink)}";
  expect(stateSheet([core], "")).toContain(
    "@media screen and (prefers-color-scheme:dark){:root:root{--ink:#fff}}",
  );
});

test("colours that nothing names go, with those they alone named", () => {
  const sheet = stateSheet([":root{--a:#111;--b:var(--a);--c:#222}p{color:var(--c)}"], "");
  expect(sheet.trim()).toBe(":root{--c:#222}p{color:var(--c)}");
});

test("only the two weights in use are downloaded, in one format", () => {
  const face = (name: string) =>
    `@font-face{font-family:Marianne;src:url(../fonts/${name}.woff2) format("woff2"),url(../fonts/${name}.woff) format("woff")}`;
  const sheet = stateSheet([face("Marianne-Bold") + face("Marianne-Light_Italic")], "");
  expect(sheet.trim()).toBe(
    '@font-face{font-family:Marianne;src:url(fonts/Marianne-Bold.woff2) format("woff2")}',
  );
});

test("without the package, the message says what to install", async () => {
  await expect(publishStateSheet(temporaryFolder(), "/absent/@gouvfr/dsfr/dist")).rejects.toThrow(
    /@gouvfr\/dsfr/,
  );
});

const INSTALLED = existsSync(join(REPOSITORY, "node_modules/@gouvfr/dsfr"));
describe.skipIf(!INSTALLED)("with the package installed (skipped: @gouvfr/dsfr absent)", () => {
  test("the sheet and all it calls are published under one name that changes with them", async () => {
    const site = temporaryFolder();
    const sheet = await publishStateSheet(site);
    expect(sheet).toMatch(/^_etat\/[0-9a-f]{8}\/etat\.css$/);
    const files = await listFiles(site);
    expect(files).toContain(sheet);
    expect(files.filter((file) => file.endsWith(".woff2"))).toHaveLength(2);
  });
});
