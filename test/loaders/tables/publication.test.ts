import { describe, expect, it } from "vitest";
import { buildLayout } from "../../../loaders/tables/layout.js";
import { MEASURES, type MeasureId } from "../../../loaders/tables/measures.js";
import { quartersOf, yearsOf } from "../../../loaders/tables/periods.js";
import type { ProtectedCube } from "../../../loaders/tables/protectedCube.js";
import { Publication, placeOf } from "../../../loaders/tables/publication.js";
import { MONTHLY_HOURS } from "../../../src/lib/monthlyHours.js";

const MONTHS = Array.from({ length: 13 }, (_, index) => {
  const month = 2025 * 12 + 8 + index;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});
const LAYOUT = buildLayout([], true);
const FRANCE = placeOf("FR", "Total", "Total");
const BRITTANY = placeOf("REG-53", "Total", "Total");

/** A cube whose cells are all worth `value(month)`, those of `hidden` not shown. */
function cubeOf(
  values: Partial<Record<MeasureId, (month: number) => number | null>>,
  hidden: readonly { id: MeasureId; month: number; place: number }[] = [],
): ProtectedCube {
  const size = LAYOUT.cells.length;
  return new Map(
    MEASURES.map(({ id, scale }) => [
      id,
      MONTHS.map((_, month) => {
        const value = values[id]?.(month) ?? null;
        if (value === null) return null;
        const column = new Float64Array(size).fill(value * scale);
        const mask = new Uint8Array(size);
        for (const one of hidden) if (one.id === id && one.month === month) mask[one.place] = 1;
        const cells = {
          layout: LAYOUT,
          value: column,
          contributors: column,
          largest: column,
          second: column,
          equations: [],
          grandTotal: 0,
        };
        return { cells, hidden: mask, deferred: false };
      }),
    ]),
  );
}

describe("Publication", () => {
  it("gives a value in the unit of its indicator, its mark when hidden, null when unknown", () => {
    const cube = cubeOf({ etp_activite_partielle: (month) => (month === 0 ? null : 2.5) }, [
      { id: "etp_activite_partielle", month: 3, place: BRITTANY },
    ]);
    const publication = new Publication(MONTHS, cube);
    const read = (month: number, place: number) =>
      publication.read("etp_activite_partielle", month, place);
    expect([read(0, FRANCE), read(1, FRANCE), read(3, BRITTANY)]).toEqual([null, 2.5, "s"]);
    expect(publication.read("heures_consommees", 1, FRANCE)).toBe(Math.round(2.5 * MONTHLY_HOURS));
    expect(publication.read("heures_consommees", 3, BRITTANY)).toBe("s");
  });

  it("hides a rate when its numerator or its denominator is", () => {
    const cube = cubeOf({ entreprises: () => 200, entreprises_en_dette: () => 25 }, [
      { id: "entreprises", month: 1, place: BRITTANY },
      { id: "entreprises_en_dette", month: 2, place: BRITTANY },
    ]);
    const publication = new Publication(MONTHS, cube);
    const rates = [0, 1, 2].map((month) => publication.read("part_en_dette", month, BRITTANY));
    expect(rates).toEqual([12.5, "s", "s"]);
  });

  it("compares with the same month of the year before, from published values alone", () => {
    const cube = cubeOf({ effectif: (month) => 1000 + 10 * month });
    const publication = new Publication(MONTHS, cube);
    expect(publication.read("evolution_effectif", 12, FRANCE)).toBe(12);
    expect(publication.read("evolution_effectif", 11, FRANCE)).toBeNull();
  });

  it("takes the last month of a state, adds up the months of a flow, and hides a sum with a hole", () => {
    const cube = cubeOf({ effectif: (month) => month, etp_activite_partielle: (month) => month }, [
      { id: "etp_activite_partielle", month: 5, place: BRITTANY },
    ]);
    const publication = new Publication(MONTHS, cube);
    expect(publication.over("effectif", [4, 5, 6], FRANCE)).toBe(6);
    expect(publication.over("etp_activite_partielle", [4, 5, 6], FRANCE)).toBe(15);
    expect(publication.over("etp_activite_partielle", [4, 5, 6], BRITTANY)).toBe("s");
  });
});

describe("periods", () => {
  it("keeps the quarters and the years that are whole", () => {
    expect(quartersOf(MONTHS).map(({ name }) => name)).toEqual([
      "2025-T4",
      "2026-T1",
      "2026-T2",
      "2026-T3",
    ]);
    expect(quartersOf(MONTHS)[0]!.months).toEqual([1, 2, 3]);
    expect(yearsOf(MONTHS)).toEqual([]);
  });
});
