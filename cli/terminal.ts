import ora, { type Ora } from "ora";
import type { ProgressEvent } from "../src/lib/progress.js";

/** Cells of a progress bar. */
const BAR_WIDTH = 20;

/**
 * What the command says to people, in French: plain lines, a progress line per step, tables. With
 * `--json` people's text goes to stderr and one JSON document to stdout.
 */
export class Terminal {
  #spinner: Ora | undefined;

  constructor(
    readonly json: boolean,
    readonly out: NodeJS.WriteStream = process.stdout,
    readonly err: NodeJS.WriteStream = process.stderr,
  ) {}

  get #people(): NodeJS.WriteStream {
    return this.json ? this.err : this.out;
  }

  say(text = ""): void {
    this.#people.write(`${text}\n`);
  }

  /** The one JSON document, when it was asked for. */
  document(value: unknown): void {
    if (this.json) this.out.write(`${JSON.stringify(value)}\n`);
  }

  /** A pseudo-terminal may have no width (`columns` 0): ora would then erase lines without end. */
  get #isAnimated(): boolean {
    return this.#people.isTTY && this.#people.columns > 0;
  }

  start(label: string): void {
    const [stream, isEnabled] = [this.#people, this.#isAnimated];
    this.#spinner = ora({ text: label, stream, isEnabled, discardStdin: false }).start();
  }

  /** Redraws the line in progress with a bar; says nothing where the output is not a terminal. */
  progress(label: string, { item, done, total }: ProgressEvent): void {
    if (!this.#spinner || !this.#isAnimated) return;
    const filled = total > 0 ? Math.round((BAR_WIDTH * done) / total) : 0;
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    this.#spinner.text = `${label} ${bar} ${done}/${total} ${item}`;
  }

  succeed(text: string): void {
    if (this.#spinner) this.#spinner.succeed(text);
    else this.say(`✔ ${text}`);
    this.#spinner = undefined;
  }

  fail(): void {
    this.#spinner?.fail();
    this.#spinner = undefined;
  }

  /** Columns aligned on their widest cell; `right` lists the columns of figures. */
  table(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[]) {
    const widths = head.map((title, i) =>
      Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
    );
    const line = (cells: readonly string[]) =>
      cells
        .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join("  ")
        .trimEnd();
    this.say(line(head));
    this.say(widths.map((width) => "─".repeat(width)).join("  "));
    for (const row of rows) this.say(line(row));
  }
}
