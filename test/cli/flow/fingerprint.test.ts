import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Fingerprinter } from "../../../cli/flow/fingerprint.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

function folder(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "data", "sub"), { recursive: true });
  writeFileSync(join(root, "data", "a.csv"), "abc");
  writeFileSync(join(root, "data", "sub", "b.csv"), "");
  writeFileSync(join(root, "data", ".hidden"), "x");
  return root;
}

describe("Fingerprinter", () => {
  it("hashes every visible file below a folder by content", async () => {
    const root = folder();
    const fingerprint = await new Fingerprinter(join(root, "memory")).of([join(root, "data")]);
    // SHA-256 of "abc" and of the empty string, FIPS 180-2 appendix B and NIST test vectors.
    expect(fingerprint).toEqual({
      [join(root, "data", "a.csv")]: "ba7816bf8f01cfea",
      [join(root, "data", "sub", "b.csv")]: "e3b0c44298fc1c14",
    });
  });

  it("ignores paths that do not exist", async () => {
    const root = folder();
    expect(await new Fingerprinter(join(root, "memory")).of([join(root, "none")])).toEqual({});
  });

  it("sees a change of content even at equal size", async () => {
    const root = folder();
    const fingerprinter = new Fingerprinter(join(root, "memory"));
    const before = await fingerprinter.of([join(root, "data", "a.csv")]);
    writeFileSync(join(root, "data", "a.csv"), "abd");
    expect(await fingerprinter.of([join(root, "data", "a.csv")])).not.toEqual(before);
  });

  it("remembers what it read from one process to the next", async () => {
    const root = folder();
    const fingerprinter = new Fingerprinter(join(root, "memory"));
    await fingerprinter.of([join(root, "data")]);
    fingerprinter.save();
    const memory = JSON.parse(readFileSync(join(root, "memory"), "utf8"));
    memory[join(root, "data", "a.csv")].hash = "remembered";
    writeFileSync(join(root, "memory"), JSON.stringify(memory));
    const again = await new Fingerprinter(join(root, "memory")).of([join(root, "data", "a.csv")]);
    expect(Object.values(again)).toEqual(["remembered"]);
  });
});
