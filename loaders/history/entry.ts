import { createHash } from "node:crypto";
import { canonicalJson } from "../../src/lib/stableJson.js";

/** What happened, as the journal records it. */
export interface JournalEvent {
  /** `ingest`: a snapshot was published; `publish`: a site was. */
  event: "ingest" | "publish";
  batch: string;
  /** Fingerprint of the snapshot. */
  snapshot: string;
  /** Readers of the site: `public`, or perimeter and rights of agents. */
  audience?: string;
  /** SHA-256 by file, whole or its first 16 digits. */
  inputs: Record<string, string>;
  /** SHA-256 of all that was published. */
  outputs: string;
  /** Fingerprint of the code that made it. */
  code: string;
  /** Alerts that a person let through, with the reason given. */
  accepted?: Record<string, string>;
}

/** One line of the journal. */
export interface Entry extends JournalEvent {
  /** From 1, without gap. */
  seq: number;
  /** Hash of the entry before; {@link GENESIS} for the first one. */
  previous: string;
  /** ISO 8601, UTC. */
  time: string;
  /** Bytes of a line cut by a crash that this entry took the place of. */
  recovered?: number;
  /** SHA-256 of the canonical JSON of all the above. */
  hash: string;
}

/** What the first entry follows. */
export const GENESIS = "0".repeat(64);

/** The line of an event that follows another. */
export function sealEntry(
  last: Pick<Entry, "seq" | "hash"> | undefined,
  event: JournalEvent,
  time: string,
  recovered: number,
): Entry {
  const entry = {
    ...event,
    seq: (last?.seq ?? 0) + 1,
    previous: last?.hash ?? GENESIS,
    time,
    ...(recovered > 0 ? { recovered } : {}),
  };
  return { ...entry, hash: hashOf(entry) };
}

/** SHA-256 of an entry without its own hash; `jq -cj 'del(.hash)' | sha256sum` gives the same. */
export function hashOf(entry: Omit<Entry, "hash"> & { hash?: string }): string {
  const { hash: _, ...sealed } = entry;
  return createHash("sha256").update(canonicalJson(sealed)).digest("hex");
}

/** Why a line is not the entry that must follow `last`, in French; undefined when it is. */
export function faultOf(line: string, last: Entry | undefined): string | undefined {
  const entry = parse(line);
  if (!entry) return "n’est pas une entrée de journal";
  if (line !== canonicalJson(entry) || entry.hash !== hashOf(entry))
    return "a été modifiée après son écriture";
  const seq = (last?.seq ?? 0) + 1;
  if (entry.seq !== seq)
    return `porte le numéro ${entry.seq} au lieu de ${seq} : une entrée a été retirée ou déplacée`;
  if (entry.previous !== (last?.hash ?? GENESIS))
    return "ne suit pas celle qui la précède : le début du journal a été réécrit";
  return undefined;
}

function parse(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === "object" ? (value as Entry) : undefined;
  } catch {
    return undefined;
  }
}
