import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exclusively } from "../../../cli/flow/exclusive.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const file = () => join(temporaryFolder(), "running");

describe("exclusively", () => {
  it("refuses a second run while the first one works, and lets go at its end", async () => {
    const held = file();
    await exclusively(held, async () => {
      await expect(exclusively(held, async () => 1)).rejects.toMatchObject({
        code: "already-running",
        exitCode: 1,
      });
    });
    expect(existsSync(held)).toBe(false);
  });

  it("lets go when the work fails", async () => {
    const held = file();
    await expect(
      exclusively(held, async () => {
        throw new Error("work failed");
      }),
    ).rejects.toThrow("work failed");
    expect(existsSync(held)).toBe(false);
  });

  it("takes over the file of a process that no longer exists", async () => {
    const held = file();
    writeFileSync(held, "2147483647");
    expect(await exclusively(held, async () => "done")).toBe("done");
  });

  it("names the folder that cannot be written, as a configuration error", async () => {
    await expect(exclusively("/proc/none/running", async () => 1)).rejects.toMatchObject({
      code: "write-error",
      exitCode: 2,
    });
  });
});
