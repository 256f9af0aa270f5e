import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Terminal } from "../../cli/terminal.js";

/** A stream that remembers what was written, with the traits of a terminal. */
function stream(traits: { isTTY: boolean; columns: number }) {
  const written: string[] = [];
  const through = new PassThrough();
  through.on("data", (chunk: Buffer) => written.push(chunk.toString("utf8")));
  return { stream: Object.assign(through, traits) as unknown as NodeJS.WriteStream, written };
}

const piped = { isTTY: false, columns: 0 };

describe("Terminal", () => {
  it("keeps one JSON document alone on the standard output", () => {
    const [out, err] = [stream(piped), stream(piped)];
    const terminal = new Terminal(true, out.stream, err.stream);
    terminal.say("pour les gens");
    terminal.document({ a: 1 });
    expect(out.written.join("")).toBe('{"a":1}\n');
    expect(err.written.join("")).toBe("pour les gens\n");
  });

  it("writes no document when none was asked for", () => {
    const [out, err] = [stream(piped), stream(piped)];
    new Terminal(false, out.stream, err.stream).document({ a: 1 });
    expect(out.written).toEqual([]);
  });

  it("does not animate a terminal without a width, which would never end", () => {
    const [out, err] = [stream({ isTTY: true, columns: 0 }), stream(piped)];
    const terminal = new Terminal(false, out.stream, err.stream);
    terminal.start("Étape");
    terminal.progress("Étape", { item: "a.csv", done: 1, total: 2 });
    terminal.succeed("Étape : faite");
    const text = out.written.join("");
    expect(text).toContain("Étape : faite");
    expect(text).not.toContain("█");
    expect(text).not.toContain("\u001b[1A");
  });

  it("aligns the columns of a table, figures to the right", () => {
    const out = stream(piped);
    const terminal = new Terminal(false, out.stream, stream(piped).stream);
    terminal.table(["fichier", "lues"], [["a.csv", "12"]], [1]);
    expect(out.written.join("")).toBe("fichier  lues\n───────  ────\na.csv      12\n");
  });
});
