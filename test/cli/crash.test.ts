import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readChain } from "../../loaders/history/journal.js";
import { verifySnapshot } from "../../loaders/history/verify.js";
import { Workspace } from "./workspace.js";

/** Runs killed; `VIGIE_KILLS=50 VIGIE_UNTIL=tables` for the whole campaign. */
const KILLS = Number(process.env.VIGIE_KILLS ?? 2);

const EXTRACT = "extracts/2610/sigfaible_debits.csv";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function workspace(): Workspace {
  const made = new Workspace();
  folders.push(made.root);
  return made;
}

/** The same moments every time (Lehmer’s generator, as in Park and Miller 1988). */
function* moments(longest: number): Generator<number> {
  for (let state = 2610; ; ) {
    state = (state * 48271) % 2147483647;
    yield (state / 2147483647) * longest;
  }
}

/** One extract in two editions, so that every run has something to do. */
class Editions {
  readonly #whole: string;

  constructor(readonly space: Workspace) {
    this.#whole = readFileSync(this.#file, "utf8");
  }

  get #file(): string {
    return join(this.space.data, EXTRACT);
  }

  put(edition: number): void {
    const lines = this.#whole.split("\n");
    writeFileSync(this.#file, edition === 0 ? this.#whole : [...lines.slice(0, -4), ""].join("\n"));
  }
}

async function expectSound(space: Workspace, when: string): Promise<void> {
  const published = space.published();
  expect(published, when).toBeDefined();
  expect(await verifySnapshot(published!.folder, published!.print), when).toEqual([]);
  expect((await readChain(join(space.data, "journal.jsonl"))).fault, when).toBeUndefined();
}

describe("a run that is killed", () => {
  const space = workspace();
  const expected: Record<string, string>[] = [];
  let editions: Editions;
  let longest = 0;

  beforeAll(() => {
    space.demo();
    editions = new Editions(space);
    for (const edition of [1, 0]) {
      editions.put(edition);
      const start = performance.now();
      const { status, stderr } = space.run();
      longest = performance.now() - start;
      expect(status, stderr).toBe(0);
      expected[edition] = space.made();
    }
    expect(expected[0]).not.toEqual(expected[1]);
  }, 240_000);

  it(
    `leaves the last good snapshot intact at any of ${KILLS} moments, and the next run gives the bytes of one that was not killed`,
    async () => {
      const moment = moments(longest);
      for (let kill = 1; kill <= KILLS; kill++) {
        const edition = kill % 2;
        editions.put(edition);
        const after = moment.next().value!;
        const lived = !(await space.kill(after));
        const when = `kill ${kill}, ${Math.round(after)} ms${lived ? " (ended before)" : ""}`;
        await expectSound(space, when);
        const { status, stderr } = space.run();
        expect(status, `${when}: ${stderr}`).toBe(0);
        expect(space.made(), when).toEqual(expected[edition]);
        await expectSound(space, `after ${when}`);
        const left = readdirSync(join(space.data, "snapshots")).sort();
        expect(left, when).toEqual([".store", "2610"]);
      }
      expect(space.vigie("journal", "--verify").status).toBe(0);
    },
    60_000 + KILLS * 60_000,
  );

  it("refuses a second run while the first one works, and only the second", async () => {
    editions.put(0);
    const held = join(space.data, "flow.lock.json.running");
    writeFileSync(held, String(process.pid));
    const { status, stderr } = space.run();
    expect(status).toBe(1);
    expect(stderr).toContain("une autre exécution est en cours");
    rmSync(held);
    expect(space.run().status).toBe(0);
  }, 120_000);
});

/** A file system in memory of so many bytes; undefined where mounting is not allowed. */
function smallDisk(folder: string, size: string): (() => void) | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  return () => execFileSync("umount", [folder]);
}

const probe = workspace();
const unmountProbe = smallDisk(join(probe.root, "data"), "1m");
unmountProbe?.();
const note = unmountProbe ? "" : " (skipped: this user may not mount a small disk)";

describe.skipIf(!unmountProbe)(`a disk that is full${note}`, () => {
  const disk = workspace();
  const elsewhere = workspace();
  let unmount: (() => void) | undefined;

  beforeAll(() => {
    elsewhere.demo();
    unmount = smallDisk(disk.data, "64m");
    for (const name of readdirSync(join(elsewhere.data, "extracts/2610"))) {
      const to = join(disk.data, "extracts/2610", name);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(elsewhere.data, "extracts/2610", name), to);
    }
    expect(disk.run().status).toBe(0);
  }, 120_000);
  afterAll(() => unmount?.());

  it("stops the run with a sentence, leaves the snapshot intact, and the next run needs no cleaning", async () => {
    const editions = new Editions(disk);
    editions.put(1);
    const ballast = join(disk.data, "ballast");
    execFileSync("sh", ["-c", `dd if=/dev/zero of=${ballast} bs=64k 2>/dev/null || true`]);
    execFileSync("truncate", ["-s", "-128K", ballast]);
    const full = disk.run();
    expect(full.status).toBe(2);
    expect(full.stderr).toContain("le disque est plein");
    await expectSound(disk, "full disk");
    rmSync(ballast);
    expect(disk.run().status).toBe(0);
    new Editions(elsewhere).put(1);
    expect(elsewhere.run().status).toBe(0);
    expect(disk.made()).toEqual(elsewhere.made());
    await expectSound(disk, "after the full disk");
  }, 180_000);
});
