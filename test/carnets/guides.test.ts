import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../cli/flow/runner.js";
import { isKind, KINDS } from "../../cli/new/kinds.js";
import { checkName } from "../../cli/new/name.js";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** Commands that cli/main.ts registers, by the name of their function. */
const COMMANDS = new Set(
  [...read("cli/main.ts").matchAll(/^ {4}(\w+)Command,$/gm)].map(([, name]) => name!),
);

const PATH = /(?<![\w/.-])(?:bin|cli|data|loaders|models|src|test)\/[\w./-]*[\w/]/g;

/** A fenced block without `run=false` would run when the page opens. */
const RUN = /^```(?:js|ts|sql|jsx)\s*$/m;

describe.each(["guide-source", "guide-variable"])("the guide %s", (name) => {
  const text = read(`src/carnets/${name}.md`);
  const started = [...text.matchAll(/npx vigie new (\w+) ([\w-]+)/g)].map(
    ([, kind, subject]) => [kind!, subject!] as const,
  );

  it("starts with vigie new, under names that it accepts", async () => {
    expect(started.length).toBeGreaterThan(0);
    for (const [kind, subject] of started) {
      if (!isKind(kind)) throw new Error(`unknown kind: ${kind}`);
      const { style, taken, label } = KINDS[kind];
      await checkName(subject, style, await taken(ROOT), label);
    }
  });

  it("names only files that exist, or that its own commands write", () => {
    const written = started.flatMap(([kind, subject]) =>
      isKind(kind) ? Object.keys(KINDS[kind].start(subject).files) : [],
    );
    const paths = [...new Set(text.match(PATH))];
    expect(paths.length).toBeGreaterThan(5);
    const untracked = ["data/extracts/"];
    const known = (path: string) => [...written, ...untracked].includes(path);
    expect(paths.filter((path) => !known(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("names only commands that exist", () => {
    const commands = [...text.matchAll(/npx vigie (\w+)/g)].map(([, command]) => command!);
    expect(commands.filter((command) => !COMMANDS.has(command))).toEqual([]);
  });

  it("runs none of its examples", () => {
    expect(text).not.toMatch(RUN);
  });
});
