import codes from "@socialgouv/codes-naf";
import { sectionOfApe } from "../../src/lib/sections.js";
import type { Random } from "./random.js";

/** Common activities: how many times as likely as another code of the same section. Ours. */
const COMMON = new Map<string, number>(
  Object.entries({
    "56.10A": 14,
    "56.10C": 6,
    "55.10Z": 8,
    "41.20A": 4,
    "41.20B": 5,
    "43.21A": 7,
    "43.22A": 6,
    "43.32A": 4,
    "43.34Z": 4,
    "43.99C": 8,
    "45.11Z": 8,
    "45.20A": 6,
    "47.11D": 6,
    "47.11F": 5,
    "49.41A": 9,
    "49.41B": 8,
    "49.39A": 4,
    "62.02A": 8,
    "62.01Z": 5,
    "69.20Z": 5,
    "70.22Z": 5,
    "71.12B": 9,
    "78.20Z": 4,
    "80.10Z": 5,
    "81.21Z": 10,
    "85.59A": 6,
    "86.10Z": 3,
    "87.10A": 5,
    "88.10A": 5,
    "10.71C": 6,
    "25.62B": 5,
    "64.20Z": 8,
    "68.31Z": 4,
    "96.02A": 5,
  }),
);

const SUBCLASS = /^\d{2}\.\d{2}[A-Z]$/;

const BY_SECTION = new Map<string, (readonly [string, number])[]>();
for (const { id } of codes) {
  if (!SUBCLASS.test(id)) continue;
  const section = sectionOfApe(id)!;
  const list = BY_SECTION.get(section) ?? [];
  list.push([id, COMMON.get(id) ?? 1]);
  BY_SECTION.set(section, list);
}

/** A real activity code (APE, `52.21Z`) of a section of the NAF rév. 2. */
export function drawApe(section: string, random: Random): string {
  return random.weighted(BY_SECTION.get(section)!);
}
