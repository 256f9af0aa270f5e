import { beforeAll, describe, expect, it } from "vitest";
import type { DemoSummary } from "../../../../loaders/demo/demo.js";
import { NEED_STATUSES } from "../../../../loaders/sources/matchStatuses.js";
import { type MatchStatus, needStatus } from "../../../../src/lib/needs/needStatus.js";
import { economy, rowsOf } from "../economy.js";

/** Vectors of `spec/models/need_spec.rb` (conseillers-entreprises 4c7ccf1d6). */
it.each<[MatchStatus[], MatchStatus]>([
  [["quo", "done"], "done"],
  [["quo", "not_for_me"], "quo"],
  [["quo", "taking_care"], "taking_care"],
  [["taking_care", "done_no_help"], "done_no_help"],
  [["quo", "done_not_reachable", "not_for_me"], "done_not_reachable"],
  [["not_for_me", "not_for_me"], "not_for_me"],
  [["done_not_reachable", "done_no_help"], "done_no_help"],
])("a need whose matches are %j is %s", (matches, expected) => {
  expect(needStatus(matches)).toBe(expected);
});

describe("matches of Place des Entreprises", () => {
  let rows: Awaited<ReturnType<typeof rowsOf>>;
  let summary: DemoSummary;
  const status = (label: string): string => NEED_STATUSES[label as keyof typeof NEED_STATUSES];
  const day = (text: string): number => {
    const [d, m, y] = text.slice(0, 10).split("/").map(Number) as [number, number, number];
    return Date.UTC(y, m - 1, d) / 86_400_000;
  };

  beforeAll(async () => {
    summary = await economy({ companies: 1500, months: 72, seed: 2 });
    rows = await rowsOf(summary, "mises_en_relation");
  }, 60_000);

  it("give the need the state its matches decide", () => {
    const needs = new Map<string, { matches: MatchStatus[]; state: string }>();
    for (const row of rows) {
      const id = row["Identifiant du besoin"]!;
      const need = needs.get(id) ?? { matches: [], state: status(row["Statut du besoin"]!) };
      need.matches.push(status(row["Statut de la mise en relation"]!) as MatchStatus);
      needs.set(id, need);
    }
    for (const { matches, state } of needs.values()) expect(needStatus(matches)).toBe(state);
    expect(rows.length / needs.size).toBeGreaterThan(1.8);
    expect(rows.length / needs.size).toBeLessThan(3);
  });

  it("are dated in order: request, transmission, stand, closing", () => {
    for (const row of rows) {
      const dates = [
        row["Date de sollicitation"]!,
        row["Date de transmission du besoin"]!,
        row["Date de prise en charge"]!,
        row["Date de clôture"]!,
      ].filter((date) => date !== "");
      const days = dates.map(day);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
  });

  it("are given up 45 days after transmission when nobody took a stand", () => {
    const abandoned = rows.filter((row) => row["Date d’abandon"] !== "");
    for (const row of abandoned) {
      const wait = day(row["Date d’abandon"]!) - day(row["Date de transmission du besoin"]!);
      expect(wait).toBe(45);
    }
  });

  it("are refused less often than what the team calls frequent: 30 % (§1.4)", () => {
    const settled = rows.filter(
      (row) => day(row["Date de transmission du besoin"]!) < day("01/07/2026"),
    );
    const refused = settled.filter(
      (row) => status(row["Statut de la mise en relation"]!) === "not_for_me",
    );
    expect(refused.length / settled.length).toBeGreaterThan(0.1);
    expect(refused.length / settled.length).toBeLessThan(0.3);
  });

  it("are more numerous in autumn than in August", () => {
    const filedIn = (month: string) =>
      rows.filter((row) => row["Date de sollicitation"]!.slice(3, 5) === month).length;
    expect(filedIn("10")).toBeGreaterThan(filedIn("08"));
  });

  it("carry a satisfaction only when help was given: contacted, then useful", () => {
    const answered = rows.filter((row) => row["Satisfaction - rappel"] !== "");
    expect(answered.length).toBeGreaterThan(0);
    for (const row of answered) {
      expect(status(row["Statut du besoin"]!)).toBe("done");
      if (row["Satisfaction - utilité"] === "oui") expect(row["Satisfaction - rappel"]).toBe("oui");
    }
  });

  it("come from companies of the demonstration", async () => {
    const known = new Set((await rowsOf(summary, "sirene")).map(({ siret }) => siret));
    for (const { SIRET } of rows) expect(known.has(SIRET)).toBe(true);
  });
});
