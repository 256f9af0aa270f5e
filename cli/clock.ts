/**
 * The time, for the journal alone: nothing else depends on it. `SOURCE_DATE_EPOCH` (seconds) stands in
 * for it when it is set (https://reproducible-builds.org/specs/source-date-epoch/). ISO 8601, UTC.
 */
export function timestamp(environment: NodeJS.ProcessEnv = process.env): string {
  const fixed = environment.SOURCE_DATE_EPOCH;
  const time =
    fixed !== undefined && /^\d+$/.test(fixed) ? new Date(1000 * Number(fixed)) : new Date();
  return `${time.toISOString().slice(0, 19)}Z`;
}
