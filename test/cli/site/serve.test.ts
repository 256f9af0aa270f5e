import { expect, onTestFinished, test } from "vitest";
import { serveSite } from "../../../cli/site/serve.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

async function serve(port = 0): Promise<string> {
  const folder = temporaryFolder({
    "index.html": "accueil",
    "secteurs.html": "secteurs",
    "regions/index.html": "regions",
    ".secret": "secret",
  });
  const server = await serveSite(folder, { port });
  onTestFinished(() => server.close());
  return server.address;
}

test("pages answer at addresses without .html", async () => {
  const address = await serve();
  expect(await (await fetch(address)).text()).toBe("accueil");
  expect(await (await fetch(`${address}secteurs?territoire=bretagne`)).text()).toBe("secteurs");
  expect(await (await fetch(`${address}regions/`)).text()).toBe("regions");
});

test("a folder without its final slash is sent to the one with it", async () => {
  const answer = await fetch(`${await serve()}regions`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([301, "/regions/"]);
});

test("answers carry the security headers, absent pages too", async () => {
  const address = await serve();
  for (const path of ["", "absente"]) {
    const { headers } = await fetch(`${address}${path}`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  }
});

test("an absent page, a hidden file and a path outside the site are not found", async () => {
  const address = await serve();
  for (const path of ["absente", ".secret", "..%2f..%2fetc/passwd"]) {
    const answer = await fetch(`${address}${path}`);
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).toContain("Page introuvable");
  }
});

test("a port that is taken is left to its holder and another is found", async () => {
  const first = new URL(await serve());
  const second = new URL(await serve(Number(first.port)));
  expect(second.port).not.toBe(first.port);
  expect(await (await fetch(second)).text()).toBe("accueil");
});

test("a folder without a site is refused with what to do", async () => {
  await expect(serveSite(temporaryFolder())).rejects.toMatchObject({ code: "missing-site" });
});
