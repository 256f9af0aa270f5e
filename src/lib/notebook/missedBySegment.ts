import { wilsonInterval } from "../stats/wilson.js";

/** Failures of a group, and those of them that were never flagged, with the 95 % interval of their share. */
export interface MissedSegment {
  segment: string;
  failed: number;
  missed: number;
  share: number;
  low: number;
  high: number;
}

/** By decreasing share, then by name; companies of no known group are left out. */
export function missedBySegment(
  failures: readonly { segment: string | null; missed: boolean }[],
): MissedSegment[] {
  const counts = new Map<string, { failed: number; missed: number }>();
  for (const { segment, missed } of failures) {
    if (segment === null) continue;
    const count = counts.get(segment) ?? { failed: 0, missed: 0 };
    count.failed++;
    if (missed) count.missed++;
    counts.set(segment, count);
  }
  return [...counts]
    .map(([segment, { failed, missed }]) => {
      const [low, high] = wilsonInterval(missed, failed);
      return { segment, failed, missed, share: missed / failed, low, high };
    })
    .sort((a, b) => b.share - a.share || (a.segment < b.segment ? -1 : 1));
}

/** Groups missed more than all together beyond chance: their whole interval is above. */
export function tellingSegments(segments: readonly MissedSegment[], all: number): MissedSegment[] {
  return segments.filter(({ low }) => low > all);
}
