import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDemo } from "../../../loaders/demo/demo.js";
import { ingest } from "../../../loaders/ingest/ingest.js";
import type { Alert } from "../../../loaders/ingest/report.js";
import { cells, type Mutation, mutate, rows } from "./mutations.js";

interface Fault {
  what: string;
  file: string;
  /** Null: the file does not come. */
  mutation: Mutation | null;
  /** The one alert there must be. */
  alert: string;
}

const DEBIT = "sigfaible_debits.csv";
const COTISATION = "sigfaible_cotisdues.csv";

/** Départements of Bretagne (COG). */
const BRETAGNE = /,(22|29|35|56)\d{3},/;

const SMALL = 9000;

const atLeast = (cell: string) => {
  const amount = Number.parseFloat(cell);
  return amount > 0 && amount < SMALL ? String(SMALL) : cell;
};

const inCents = (cell: string) => {
  const cents = 100 * Number.parseFloat(cell.replace(",", "."));
  return Number.isNaN(cents) ? cell : cents.toFixed(0);
};

const FAULTS: readonly Fault[] = [
  {
    what: "a column is emptied",
    file: DEBIT,
    mutation: cells("Motif_ecn", () => ""),
    alert: "debit.motif_ecn.nulls",
  },
  {
    what: "amounts in euros come in cents",
    file: COTISATION,
    mutation: cells("cotis_due", inCents),
    alert: "cotisation.cotis_due.scale",
  },
  {
    what: "a new date format makes 3 % of the rows rejected",
    file: DEBIT,
    mutation: cells(
      "Dt_trt_ecn",
      () => "18/09/2026",
      (index) => index % 33 === 0,
    ),
    alert: "debit.rejected",
  },
  {
    what: "half of the rows are missing",
    file: COTISATION,
    mutation: rows((_, index) => index % 2 === 0),
    alert: "cotisation.rows",
  },
  {
    what: "every row is there twice",
    file: "sigfaible_etablissement_utf8.csv",
    mutation: (lines) => [...lines, ...lines],
    alert: "comptes.rows",
  },
  {
    what: "a category is renamed",
    file: DEBIT,
    mutation: cells("Cd_op_ecn", (cell) => (cell === "2" ? "PAI" : cell)),
    alert: "debit.cd_op_ecn.values",
  },
  {
    what: "a region is missing",
    file: "StockEtablissement_utf8_geo.csv",
    mutation: rows((line) => !BRETAGNE.test(line)),
    alert: "sirene.departement.values",
  },
  {
    what: "dates are shifted by a year",
    file: "sigfaible_pcoll.csv",
    mutation: cells("Dt_effet", (cell) => cell.slice(0, 5) + (Number(cell.slice(5)) - 1)),
    alert: "procol.dt_effet.shift",
  },
  {
    what: "a source is absent",
    file: "sigfaible_delais.csv",
    mutation: null,
    alert: "delai.absent",
  },
  {
    what: "amounts become zeros",
    file: COTISATION,
    mutation: cells(
      "enc_direct",
      () => "0,00",
      (index) => index % 3 === 0,
    ),
    alert: "cotisation.enc_direct.zeros",
  },
  {
    what: "small amounts are rounded up",
    file: COTISATION,
    mutation: cells("enc_direct", atLeast),
    alert: "cotisation.enc_direct.psi",
  },
  {
    what: "a file is full of blank lines",
    file: "sigfaible_ccsf.csv",
    mutation: (lines) => lines.flatMap((line) => [line, ""]),
    alert: "ccsf.blank",
  },
];

describe("two months of the demonstration economy", () => {
  let root: string;
  const extracts = (batch: string) => join(root, "extracts", batch);
  const snapshots = () => join(root, "snapshots");

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "vigie-watch-"));
    for (const batch of ["2609", "2610"])
      await writeDemo({
        batch,
        companies: 1200,
        months: 48,
        seed: 1,
        dirt: 0.002,
        out: join(root, "extracts"),
      });
    await ingest({ batch: "2609", extracts: extracts("2609"), snapshots: snapshots() });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const alertsOf = async (from: string): Promise<Alert[]> =>
    (await ingest({ batch: "2610", extracts: from, snapshots: snapshots(), code: "test" })).alerts;

  test("raise no alert from one to the next", async () => {
    expect((await alertsOf(extracts("2610"))).map(({ message }) => message)).toEqual([]);
  });

  for (const { what, file, mutation, alert } of FAULTS)
    test(`raise ${alert} alone when ${what}`, async () => {
      const faulty = join(root, "faulty");
      await mutate(extracts("2610"), faulty, file, mutation);
      const alerts = await alertsOf(faulty);
      expect(alerts.map(({ id }) => id)).toEqual([alert]);
    });

  test("raise debit.freshness alone when last month's file is sent again", async () => {
    const faulty = join(root, "faulty");
    const former = (await readFile(join(extracts("2609"), DEBIT), "utf8")).trimEnd().split("\n");
    await mutate(extracts("2610"), faulty, DEBIT, () => former.slice(1));
    expect((await alertsOf(faulty)).map(({ id }) => id)).toEqual(["debit.freshness"]);
  });
});
