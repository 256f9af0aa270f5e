import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../../loaders/folder.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const root = () => temporaryFolder();

describe("makeFolder", () => {
  it("makes a folder and those above it, and accepts one that is there", async () => {
    const folder = join(root(), "a", "b", "c");
    await makeFolder(folder);
    await makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it("lets two callers make the same folder at once", async () => {
    const folder = join(root(), "a", "b");
    await Promise.all([makeFolder(folder), makeFolder(folder)]);
    expect(existsSync(folder)).toBe(true);
  });

  it("names the file that stands in the way", async () => {
    const file = join(root(), "file");
    writeFileSync(file, "");
    await expect(makeFolder(file)).rejects.toMatchObject({ code: "EEXIST", path: file });
    await expect(makeFolder(join(file, "below"))).rejects.toMatchObject({ code: "EEXIST" });
  });

  it("fails, and does not hang, where nothing can be created", async () => {
    await expect(makeFolder("/proc/vigie/below")).rejects.toMatchObject({ path: "/proc/vigie" });
  });
});
