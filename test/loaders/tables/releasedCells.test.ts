import highsLoader from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { type Cube, readCube } from "../../../loaders/tables/cube.js";
import { protectCube } from "../../../loaders/tables/protectedCube.js";
import { ReleasedCells } from "../../../loaders/tables/releasedCells.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore, smallEconomy } from "./companies.js";
import { attackTogether, type Release } from "./twoReleases.js";

const highs = await highsLoader();

const cubeOf = (months: readonly string[]): Promise<Cube> =>
  withDuckDB(async (connection) => {
    await createCleanTables(connection, smallEconomy([...months]));
    await createScope(connection, freshAt("2026-09-30"));
    return readCube(connection);
  });

/** The second release has one more month, and starts one later: its own habits would differ. */
const MONTHS = monthsBefore(5);
let first: Release;
let second: Release;

beforeAll(async () => {
  const [before, after] = [await cubeOf(MONTHS.slice(0, -1)), await cubeOf(MONTHS.slice(1))];
  const shown = await protectCube(before, undefined);
  const released = new ReleasedCells(
    JSON.parse(JSON.stringify(ReleasedCells.of(before.months, shown))),
  );
  first = { cube: before, shown };
  second = { cube: after, shown: await protectCube(after, released) };
});

describe("a month released twice", () => {
  it("keeps its holes: no cell hidden once is shown later", () => {
    const { compared, uncovered } = attackTogether(first, second, highs);
    expect(compared).toBeGreaterThan(10);
    expect(uncovered).toEqual([]);
  });

  it("gives nothing away to who reads both releases", () => {
    expect(attackTogether(first, second, highs).attacks).toEqual([]);
  });

  it("would give cells away with other holes, which the attack sees", () => {
    const other = { cube: second.cube, shown: new Map(second.shown) };
    other.shown.set(
      "entreprises",
      second.shown
        .get("entreprises")!
        .map((month) =>
          month ? { ...month, hidden: month.hidden.map((mark) => 1 - mark) } : null,
        ),
    );
    expect(attackTogether(first, other, highs).attacks).not.toEqual([]);
  });
});
