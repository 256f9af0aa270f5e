import { formatDate } from "../../src/lib/format/calendar.js";
import { formatCount } from "../../src/lib/format/plural.js";
import type { SourceFreshness } from "../ingest/manifest.js";
import { SOURCES } from "../sources/sources.js";
import { days } from "./days.js";
import { alertId, type Jump } from "./jump.js";
import { comparable, type PastBatch } from "./past.js";
import type { TableProfile } from "./profile.js";
import { EXPECTED, limitOf } from "./thresholds.js";
import { usualInWords, usualOf } from "./usual.js";

export interface Dated {
  dateFin: string;
  freshness: readonly SourceFreshness[];
  profiles: readonly TableProfile[];
}

/**
 * Sources that are later than usual: those whose file was not renewed since the batch before, a month
 * of lateness more, among them. A source that is no longer sent only grows older.
 */
export function freshnessJumps(now: Dated, past: readonly PastBatch[]): Jump[] {
  return now.freshness.flatMap(({ source, date }) => {
    if (date === null || isRetired(source)) return [];
    const former = comparable(past, source, alertId(source, null, "freshness"));
    const usual = usualOf(former.flatMap((batch) => latenessOf(batch, source)));
    const late = days(now.dateFin) - days(date);
    if (!usual) return [];
    const allowed = Math.max(
      limitOf("freshness", source, null, false),
      usual.spread,
      silenceOf(source, now.profiles),
    );
    if (late - usual.value <= allowed) return [];
    const say = (value: number) => formatCount(value, "jour");
    return [
      {
        table: source,
        column: null,
        measure: "freshness" as const,
        before: usual.value,
        now: late,
        threshold: usual.value + allowed,
        said: {
          now: `données arrêtées au ${formatDate(date)}, ${say(late)} avant la fin du lot`,
          before: usualInWords(usual, say),
          limit: say(Math.floor(usual.value + allowed)),
          advice: "vérifier que le partenaire a bien envoyé le dernier fichier",
        },
      },
    ];
  });
}

const isRetired = (source: string): boolean =>
  SOURCES.find(({ name }) => name === source)?.until !== undefined;

function latenessOf(
  { dateFin, freshness }: Pick<Dated, "dateFin" | "freshness">,
  source: string,
): number[] {
  const date = freshness.find((one) => one.source === source)?.date;
  return date ? [days(dateFin) - days(date)] : [];
}

/** Days without any event that chance explains, from the pace of the later half of the rows. */
function silenceOf(source: string, profiles: readonly TableProfile[]): number {
  const profile = profiles.find(({ table }) => table === source);
  const period = SOURCES.find(({ name }) => name === source)?.period;
  const dates = profile?.columns.find(({ column }) => column === period)?.percentiles;
  if (!profile || !dates) return 0;
  const span = dates.at(-1)! - dates[Math.floor(dates.length / 2)]!;
  return (EXPECTED * span) / (profile.rows / 2);
}
