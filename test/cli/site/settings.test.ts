import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { siteSettings } from "../../../cli/site/settings.js";
import { readEditor } from "../../../src/data/editor.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

afterEach(() => vi.unstubAllEnvs());

test("what the environment asks of a site makes it anew, what it does not ask changes nothing", () => {
  vi.stubEnv("VIGIE_THEME", "");
  vi.stubEnv("VIGIE_SITE_URL", "");
  vi.stubEnv("VIGIE_EDITEUR", join(temporaryFolder({ "site.json": "{}" }), "site.json"));
  expect(siteSettings()).toEqual({});
  vi.stubEnv("VIGIE_THEME", "etat");
  vi.stubEnv("VIGIE_SITE_URL", "https://exemple.gouv.fr");
  expect(siteSettings()).toEqual({ theme: "etat", address: "https://exemple.gouv.fr/" });
});

test("a file that is named and absent is said by name", () => {
  expect(() => readEditor({ VIGIE_EDITEUR: "/absent/site.json" })).toThrow(/\/absent\/site\.json/);
});

test("the entity that deploys is read from the file that is named", () => {
  const folder = temporaryFolder({ "site.json": '{"directeur": "Une directrice"}' });
  const editor = readEditor({ VIGIE_EDITEUR: join(folder, "site.json") });
  expect(editor.directeur).toBe("Une directrice");
  vi.stubEnv("VIGIE_EDITEUR", join(folder, "site.json"));
  expect(siteSettings()).toMatchObject({ editor: { directeur: "Une directrice" } });
});
