import fc from "fast-check";
import { expect, test } from "vitest";
import { PERIODICITIES } from "../../../src/lib/diffusion/publishedRows.js";
import { DIMENSION_IDS } from "../../../src/lib/explorer/dimension.js";
import {
  DEFAULT_REQUEST,
  type ExplorerRequest,
  MOST_INDICATORS,
  readRequest,
  withTwoAxes,
  writeRequest,
} from "../../../src/lib/explorer/request.js";
import { INDICATORS } from "../../../src/lib/indicators.js";
import { NAF_LEVELS, NAF_NODES } from "../../../src/lib/naf.js";

const period = { M: "2025-04", T: "2025-T2", A: "2025" };

const anyRequest: fc.Arbitrary<ExplorerRequest> = fc
  .record({
    indicators: fc.shuffledSubarray(
      INDICATORS.map(({ id }) => id),
      { minLength: 1, maxLength: MOST_INDICATORS },
    ),
    territories: fc.constantFrom("france", "region", "departement", "region:53", "departement:2A"),
    sectors: fc.constantFrom(...NAF_LEVELS, ...NAF_NODES.map(({ code }) => code)),
    sizes: fc.constantFrom("total" as const, "classes" as const),
    periodicity: fc.constantFrom(...PERIODICITIES),
    bounded: fc.boolean(),
    rows: fc.constantFrom(...DIMENSION_IDS),
    columns: fc.constantFrom(...DIMENSION_IDS),
  })
  .map(({ bounded, ...request }) => {
    const bound = bounded ? period[request.periodicity] : "";
    return withTwoAxes({ ...request, from: bound, to: bound });
  });

test("any request is read back from its address as it was written", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const address = new URL(`https://exemple.fr/explorer?${writeRequest(request)}`);
      expect(readRequest(address.searchParams)).toEqual(request);
    }),
  );
});

test("whatever an address holds, it gives a request that can be answered, or none", () => {
  const names = [
    "indicateurs",
    "territoires",
    "secteurs",
    "tailles",
    "periodicite",
    "de",
    "lignes",
  ];
  const anything = fc.dictionary(fc.constantFrom(...names), fc.string());
  fc.assert(
    fc.property(anything, (parts) => {
      const request = readRequest(new URLSearchParams(parts));
      if (!("indicateurs" in parts)) expect(request).toBeNull();
      else expect(readRequest(writeRequest(request!))).toEqual(request);
    }),
  );
});

test("an address without a request gives none, and the shortest one gives the request by default", () => {
  expect(readRequest(new URLSearchParams("zoom=53"))).toBeNull();
  expect(readRequest(new URLSearchParams("indicateurs=inconnu"))).toEqual(DEFAULT_REQUEST);
});

test("a period of another periodicity is left out of an address", () => {
  const asked = readRequest(new URLSearchParams("indicateurs=effectif&periodicite=T&de=2025-04"));
  expect(asked).toMatchObject({ periodicity: "T", from: "" });
});

test("rows and columns that are the same dimension are told apart", () => {
  const asked = readRequest(new URLSearchParams("indicateurs=effectif&lignes=periode"));
  expect(asked).toMatchObject({ rows: "periode", columns: "territoire" });
});
