import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
const manifest = read("package.json");
const lockfile = read("package-lock.json");

describe("package.json", () => {
  it("names the product, its licence and the Node it needs", () => {
    expect(manifest).toMatchObject({
      name: "vigie",
      license: "MIT",
      type: "module",
      engines: { node: expect.stringMatching(/^>=20/) },
    });
  });

  it("pins every dependency to the version the lockfile resolves", () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const resolved = Object.fromEntries(
      Object.keys(wanted).map((name) => [name, lockfile.packages[`node_modules/${name}`].version]),
    );
    expect(resolved).toEqual(wanted);
  });

  it("locks the builds of every platform, without which npm ci refuses the lockfile", () => {
    type Locked = { optionalDependencies?: Record<string, string> };
    const optional = Object.values<Locked>(lockfile.packages).flatMap((locked) =>
      Object.keys(locked.optionalDependencies ?? {}),
    );
    const names = Object.keys(lockfile.packages).map((path) => path.split("node_modules/").at(-1));
    expect(optional.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("keeps addresses of a private registry out of the lockfile", () => {
    const hosts = Object.values<{ resolved?: string }>(lockfile.packages)
      .map(({ resolved }) => resolved && new URL(resolved).host)
      .filter((host) => host && host !== "registry.npmjs.org");
    expect(hosts).toEqual([]);
  });
});
