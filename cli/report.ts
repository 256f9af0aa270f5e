import { formatNumber, NARROW_SPACE } from "../src/lib/format/number.js";
import type { FlowObserver, StepReport } from "./flow/runner.js";
import type { Terminal } from "./terminal.js";

/** Seconds with one decimal, as a person reads them. */
export const inSeconds = (seconds: number): string => `${formatNumber(seconds, 1)}${NARROW_SPACE}s`;

/** A progress line per step that runs, then what it took; steps up to date say so. */
export function observe(terminal: Terminal): FlowObserver {
  return {
    stepStarts: ({ label }) => terminal.start(label),
    stepProgresses: ({ label }, event) => terminal.progress(label, event),
    stepEnds: (report) => terminal.succeed(stepLine(report)),
  };
}

function stepLine({ label, state, seconds, reasons }: StepReport): string {
  if (state === "fresh") return `${label} : à jour`;
  const [first, ...others] = reasons;
  const why = first ? ` (${first}${others.length > 0 ? ` ; +${others.length}` : ""})` : "";
  return `${label} : ${inSeconds(seconds)}${why}`;
}
