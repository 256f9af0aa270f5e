import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { A, A1, A2, BATCH, type FeatureRow, featuresAfter } from "./economy.js";

const day = fc
  .integer({ min: 0, max: 35 })
  .chain((month) => fc.integer({ min: 1, max: 28 }).map((date) => ({ month, date })));
const iso = ({ month, date }: { month: number; date: number }, offset = 0) => {
  const total = month + offset;
  const year = 2023 + Math.floor(total / 12);
  return `${year}-${String((total % 12) + 1).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
};
const amount = fc.integer({ min: 0, max: 500 });
const siret = fc.constantFrom(A1, A2);

/** One fact of any source, with the month from which it may be known. */
const fact = fc.oneof(
  fc.record({ at: day, siret, amount }).map(({ at, siret, amount }) => ({
    month: at.month,
    sql: `INSERT INTO clean_debit SELECT '${siret}', '${iso({ ...at, date: 1 })}', ${amount}, ${amount} WHERE NOT EXISTS (FROM clean_debit WHERE siret = '${siret}' AND periode = '${iso({ ...at, date: 1 })}');`,
  })),
  fc.record({ at: day, siret, amount }).map(({ at, siret, amount }) => ({
    month: at.month,
    sql: `INSERT INTO clean_ap VALUES ('${siret}', '${A}', '${iso({ ...at, date: 1 })}', ${amount / 100}, ${amount / 100}, NULL);`,
  })),
  fc.record({ at: day, siret, amount }).map(({ at, siret, amount }) => ({
    month: at.month,
    sql: `INSERT INTO cotisation VALUES ('${siret}', '${iso({ ...at, date: 1 })}', '${iso({ ...at, date: 1 }, 1)}', ${amount});`,
  })),
  fc.record({ at: day, amount }).map(({ at, amount }) => ({
    month: at.month,
    sql: `UPDATE clean_effectif_ent SET effectif_ent = ${amount} WHERE periode = '${iso({ ...at, date: 1 })}';`,
  })),
  fc.record({ at: day, siret, amount }).map(({ at, siret, amount }) => ({
    month: at.month,
    sql: `INSERT INTO clean_delai VALUES ('${siret}', '${iso(at)}', '${iso(at, 6)}', 180, ${amount}, 'APPROB', 'SUR PO');`,
  })),
  fc.record({ at: day, amount }).map(({ at, amount }) => ({
    month: at.month,
    sql: `INSERT INTO clean_ratios(siren, date_cloture, autonomie_financiere) VALUES ('${A}', '${iso(at)}', ${amount});`,
  })),
  fc.record({ at: day, siret, amount }).map(({ at, siret, amount }) => ({
    month: at.month,
    sql: `INSERT INTO cotisation VALUES ('${siret}', '${iso({ ...at, date: 1 })}', '${iso({ ...at, date: 1 }, 3)}', ${amount});`,
  })),
  fc.record({ at: day, amount }).map(({ at, amount }) => ({
    month: at.month,
    sql: `DELETE FROM clean_paydex WHERE siren = '${A}' AND periode = '${iso({ ...at, date: 1 })}';
      INSERT INTO clean_paydex VALUES ('${A}', '${iso({ ...at, date: 1 })}', ${amount % 181}, 3, ${amount}, ${amount % 101}, ${amount % 51});`,
  })),
  fc.record({ at: day, amount }).map(({ at, amount }) => ({
    month: at.month,
    sql: `INSERT INTO bdf VALUES ('${A}', ${iso(at).slice(0, 4)}, '${iso(at)}', ${amount}, 1, 2, 3, 4, 5);`,
  })),
  fc.record({ at: day, siret, amount }).map(({ at, siret, amount }) => ({
    month: at.month,
    sql: `INSERT INTO clean_ap VALUES ('${siret}', '${A}', '${iso({ ...at, date: 1 })}', ${amount / 100}, 0, 'Motif ${amount % 3}');`,
  })),
  day.map((at) => ({
    month: at.month,
    sql: `INSERT INTO clean_procol VALUES ('${A}', '${iso(at)}', 'liquidation', 'ouverture', 'Liquidation judiciaire');
      INSERT INTO clean_procol_at_date SELECT '${A}', m::DATE, '${iso(at)}', 'liquidation', 'ouverture', 'Liquidation judiciaire'
      FROM generate_series(DATE '${iso({ month: at.month + 1, date: 1 })}', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);`,
  })),
);

/** Dates of the tables of the economy: a snapshot made at a month has nothing later. */
const DATES = {
  cotisation: "periode_debut",
  clean_debit: "periode",
  clean_effectif_ent: "periode",
  clean_ap: "periode",
  clean_delai: "date_creation",
  clean_paydex: "periode",
  clean_procol: "date_effet",
  clean_procol_at_date: "periode",
  clean_ratios: "date_cloture",
  bdf: "arrete_bilan",
};

/** Features of the snapshot that a batch would have made on the first of a month. */
function featuresOfCut(sql: string, present: number): Promise<FeatureRow[]> {
  const limit = iso({ month: present, date: 1 });
  const cuts = Object.entries(DATES).map(
    ([table, date]) => `DELETE FROM ${table} WHERE ${date} >= '${limit}';`,
  );
  return featuresAfter(`${sql} ${cuts.join(" ")}`, `${limit.slice(2, 4)}${limit.slice(5, 7)}`);
}

const known = (rows: FeatureRow[], before: string) =>
  rows.filter(({ periode }) => periode < before).map(({ outcome, ...row }) => row);

describe("no leak from the future", () => {
  it("whatever happens from a month on, nothing before it changes except the outcome", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 12, max: 35 }),
        async (facts, present) => {
          const past = facts.filter(({ month }) => month < present);
          const before = await featuresAfter(past.map(({ sql }) => sql).join("\n"), BATCH);
          const after = await featuresAfter(facts.map(({ sql }) => sql).join("\n"), BATCH);
          const limit = iso({ month: present, date: 1 });
          expect(known(after, limit)).toEqual(known(before, limit));
        },
      ),
      { numRuns: 15, seed: 18, endOnFailure: true },
    );
  });

  it("a snapshot made at any month gives the months before it the features of the last one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { minLength: 10, maxLength: 40 }),
        fc.uniqueArray(fc.integer({ min: 12, max: 35 }), { minLength: 3, maxLength: 3 }),
        async (facts, presents) => {
          const sql = facts.map((one) => one.sql).join("\n");
          const full = await featuresAfter(sql, BATCH);
          for (const present of presents) {
            const cut = await featuresOfCut(sql, present);
            const limit = iso({ month: present, date: 1 });
            expect(known(cut, limit)).toEqual(known(full, limit));
            expect(cut.every(({ periode }) => periode < limit)).toBe(true);
          }
        },
      ),
      { numRuns: 8, seed: 18, endOnFailure: true },
    );
  }, 60_000);
});
