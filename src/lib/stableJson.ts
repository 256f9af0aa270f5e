/**
 * JSON with sorted keys and two-space indentation, numbers printed as ECMAScript prints them: the
 * shortest decimal that reads back to the same double. Same value, same bytes. A number that is not
 * finite is written `null`, JSON having no other word for it.
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** The same on one line, without any space: what a fingerprint is computed on (`jq -cS` agrees). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortKeys);
}
