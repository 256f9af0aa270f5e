import type { Fingerprint } from "./fingerprint.js";
import type { LockedStep } from "./lock.js";

/** Beyond this many files of one kind, a reason counts the rest. */
const NAMED = 3;

/**
 * Why a step must run again, in French; empty when nothing it depends on has changed.
 * `before` is what the lock says of its last run, `now` what is on disk.
 */
export function reasonsToRun(before: LockedStep | undefined, now: LockedStep): string[] {
  if (!before) return ["jamais exécutée"];
  return [
    ...differences("entrée", before.inputs, now.inputs),
    ...differences("code", before.code, now.code),
    ...parameterChanges(before.parameters, now.parameters),
    ...differences("sortie", before.outputs, now.outputs),
  ];
}

function differences(kind: string, before: Fingerprint, now: Fingerprint): string[] {
  const changed = Object.keys(now).filter((path) => before[path] && before[path] !== now[path]);
  const added = Object.keys(now).filter((path) => !before[path]);
  const removed = Object.keys(before).filter((path) => !now[path]);
  return [
    ...describe(kind, "a changé", "ont changé", changed),
    ...describe(kind, "est apparu", "sont apparus", added),
    ...describe(kind, "a disparu", "ont disparu", removed),
  ];
}

function describe(kind: string, one: string, many: string, paths: string[]): string[] {
  if (paths.length === 0) return [];
  const named = paths.slice(0, NAMED).join(", ");
  const rest = paths.length - NAMED;
  const others = rest > 0 ? ` et ${rest} autre${rest > 1 ? "s" : ""}` : "";
  return [`${kind} : ${named}${others} ${paths.length > 1 ? many : one}`];
}

function parameterChanges(before: Record<string, unknown>, now: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
    .map((name) => `paramètre : ${name} ${show(before[name])} → ${show(now[name])}`);
}

const show = (value: unknown): string => (value === undefined ? "absent" : JSON.stringify(value));
