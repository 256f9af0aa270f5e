import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../cli/flow/runner.js";

function start(...args: string[]) {
  return spawnSync(process.execPath, ["bin/vigie.js", "new", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
}

describe("vigie new", () => {
  test("with --dry-run says what it would write and the commands to run next, and writes nothing", () => {
    const { status, stdout, stderr } = start("feature", "essai_sans_suite", "--dry-run", "--json");
    const file = "models/features/essaiSansSuite.ts";
    const test = "test/models/features/essaiSansSuite.test.ts";
    expect(JSON.parse(stdout)).toMatchObject({
      dryRun: true,
      written: [file, test],
      changed: ["models/features/families.ts"],
      next: [`npx vitest run --project unit ${test}`, expect.any(String), expect.any(String)],
    });
    expect(stderr).toContain(`à écrire  ${file}`);
    expect(stderr).toContain("Rien n’a été écrit");
    expect(status).toBe(0);
    expect(existsSync(join(ROOT, file))).toBe(false);
  });

  test("a kind that does not exist is answered with the closest", () => {
    const { status, stderr } = start("featur", "essai");
    expect(stderr).toContain("Vouliez-vous dire « feature » ?");
    expect(status).toBe(2);
  });
});
