import { expect, test } from "vitest";
import { apiFiles } from "../../../../loaders/tables/api/apiFiles.js";
import type { Publication } from "../../../../loaders/tables/publication.js";
import { IMPACT_INDICATORS } from "../../../../src/lib/impact/impactIndicators.js";
import { INDICATORS } from "../../../../src/lib/indicators.js";
import { IMPACT } from "../../../fixtures/impact.js";

const MONTHS = ["2024-01", "2024-02", "2024-03"];
const CELLS = [12.345, "s", null] as const;

const publication = {
  months: MONTHS,
  read: (_: string, month: number) => CELLS[month]!,
} as unknown as Publication;

interface Answer {
  label: string;
  unit: string;
  description: string;
  stats: { value: number | null; date: string; status?: string }[];
}

const files = apiFiles(publication, IMPACT) as Map<string, Answer>;
const statsOf = (id: string) => files.get(`api/indicateurs/${id}.json`)!.stats;

test("stats.json answers as the services of the State do: a description, values and dates", () => {
  // Form of `/api/stats` of beta.gouv.fr services: {description, stats: [{value, date}]}.
  const stats = files.get("api/stats.json")!;
  expect(Object.keys(stats)).toEqual(["description", "stats"]);
  expect(stats.stats).toEqual(IMPACT.northStar.month);
  expect(files.get("api/stats/month.json")).toEqual(stats);
  expect(files.get("api/stats/year.json")!.stats).toEqual([]);
  expect(files.get("api/stats/week.json")!.stats).toEqual([]);
});

test("a period that is hidden is left out of stats.json, whose values are numbers", () => {
  const month = [
    { date: "2026-08-31", value: "s" as const },
    { date: "2026-09-30", value: 4 },
  ];
  const hidden = { ...IMPACT, northStar: { ...IMPACT.northStar, month } };
  const { stats } = apiFiles(publication, hidden).get("api/stats.json") as Answer;
  expect(stats).toEqual([{ value: 4, date: "2026-09-30" }]);
});

test("every public indicator and every one of the service has its file, with label and unit", () => {
  for (const { id, label, unit, definition } of [...INDICATORS, ...IMPACT_INDICATORS])
    expect(files.get(`api/indicateurs/${id}.json`)).toMatchObject({
      id,
      label,
      unit,
      description: definition,
    });
});

test("a hidden value is null and said secret, a missing one null and said missing", () => {
  // 2024 is a leap year.
  expect(statsOf("ouvertures_12m")).toEqual([
    { value: 12.35, date: "2024-01-31", status: "published" },
    { value: null, date: "2024-02-29", status: "secret" },
    { value: null, date: "2024-03-31", status: "missing" },
  ]);
  expect(statsOf("utilisateurs_actifs")[1]).toEqual({
    value: null,
    date: "2026-08-31",
    status: "secret",
  });
});

test("a list is dated by its publication, a quarter and a year by their last day", () => {
  expect(statsOf("entreprises_signalees")).toEqual([
    { value: 300, date: "2026-09-10", status: "published" },
  ]);
  // Its 92 days are not past: no share read yet.
  expect(statsOf("signalees_consultees")[0]!.status).toBe("missing");
  expect(statsOf("departements_actifs")).toEqual([
    { value: 31, date: "2026-09-30", status: "published" },
  ]);
  const years = [{ ...IMPACT.years[0]!, year: 2025, whole: true, meanUsers: 40 }];
  const whole = apiFiles(publication, { ...IMPACT, years });
  const answer = (id: string) => (whole.get(`api/indicateurs/${id}.json`) as Answer).stats;
  // 18 useful of 25; 90,000 € for 40 users, and for 18 useful detections.
  expect(answer("detections_utiles")).toEqual([
    { value: 72, date: "2025-12-31", status: "published" },
  ]);
  expect(answer("cout_par_utilisateur")[0]!.value).toBe(2250);
  expect(answer("cout_par_detection_utile")[0]!.value).toBe(5000);
  expect(answer("delai_premiere_action")[0]!.value).toBe(9.5);
});

test("what is not measured has no value: the ease of use", () => {
  expect(statsOf("facilite_usage")).toEqual([]);
});
