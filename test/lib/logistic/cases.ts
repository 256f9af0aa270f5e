import type { Design } from "../../../src/lib/logistic/design.js";
import { fitLogistic, type LogisticOptions } from "../../../src/lib/logistic/fit.js";
import { linearPredictor } from "../../../src/lib/logistic/predict.js";
import { column, designOf, type ExpectedFit, expected, rows } from "./reference.js";

export interface ReferenceCase {
  id: string;
  design: Design;
  outcome: Float64Array;
  options?: LogisticOptions;
  expected: ExpectedFit;
}

const SMALL = ["dette_ratio", "paydex_10j", "apart_100h", "log_effectif", "naf_F43", "naf_I56"];
const FINANCIAL = ["log_liquidite", "rentabilite", "endettement"];

/** Every maximum likelihood fit of the reference folder, edge cases apart. */
export function referenceCases(): ReferenceCase[] {
  return [...classics(), ...lendingClub(), ...panel()];
}

function classics(): ReferenceCase[] {
  const mtcars = expected("mtcars");
  const birthwt = expected("birthwt");
  const menarche = expected("menarche");
  const cars = {
    id: "mtcars",
    design: designOf(rows("mtcars", "design.csv"), mtcars.design),
    outcome: column(rows("mtcars", "data.csv"), "am"),
    expected: mtcars.mle,
  };
  const births = {
    id: "birthwt",
    design: designOf(rows("birthwt", "design.csv"), birthwt.design),
    outcome: column(rows("birthwt", "data.csv"), "low"),
    expected: birthwt.mle,
  };
  const shift = new Float64Array(births.design.rows).fill(birthwt.offset_fit.offset_value);
  const girls = rows("menarche", "data.csv");
  const trials = column(girls, "total");
  const events = column(girls, "menarche");
  return [
    cars,
    births,
    {
      ...births,
      id: "birthwt with an offset",
      options: { offset: shift },
      expected: birthwt.offset_fit,
    },
    {
      id: "menarche, grouped",
      design: designOf(rows("menarche", "design.csv"), ["age"]),
      outcome: events.map((count, i) => count / trials[i]!),
      options: { trials },
      expected: menarche.mle,
    },
  ];
}

function lendingClub(): ReferenceCase[] {
  const reference = expected("lending_club");
  const last = reference.train_rows[1];
  const table = rows("lending_club", "design.csv").slice(0, last);
  const outcome = column(rows("lending_club", "data.csv"), "bad").slice(0, last);
  const bad = indices(outcome, (y) => y === 1);
  const good = indices(outcome, (y) => y === 0).slice(0, 4 * bad.length);
  const sampled = [...bad, ...good].sort((a, b) => a - b);
  const pick = (list: number[]) => ({
    design: designOf(
      list.map((i) => table[i]!),
      reference.design,
    ),
    outcome: Float64Array.from(list, (i) => outcome[i]!),
  });
  return [
    {
      id: "lending_club, train",
      ...pick(indices(outcome, () => true)),
      expected: reference.mle_train,
    },
    { id: "lending_club, undersampled", ...pick(sampled), expected: reference.undersampled },
  ];
}

function panel(): ReferenceCase[] {
  const reference = expected("panel-mini");
  const table = rows("panel-mini", "design.csv");
  const data = rows("panel-mini", "data.csv");
  const isTrain = (i: number) => data[i]!.periode! <= "2018-12-31";
  const train = indices(data, (_, i) => isTrain(i));
  const all = [...SMALL, ...FINANCIAL];
  const complete = train.filter((i) => all.every((name) => table[i]![name] !== ""));
  const build = (list: number[], names: string[]) => ({
    design: designOf(
      list.map((i) => table[i]!),
      names,
    ),
    outcome: Float64Array.from(list, (i) => Number(data[i]!.defaillance_18m)),
  });
  const debt = build(complete, SMALL);
  const financial = build(complete, FINANCIAL);
  const debtEta = linearPredictor(fitLogistic(debt.design, debt.outcome), debt.design);
  const financialEta = linearPredictor(
    fitLogistic(financial.design, financial.outcome),
    financial.design,
  );
  const stacked: Design = {
    names: ["eta_financier", "eta_dette"],
    rows: complete.length,
    values: Float64Array.from(complete.flatMap((_, i) => [financialEta[i]!, debtEta[i]!])),
  };
  const cases: [string, ReferenceCase["design"], ExpectedFit, LogisticOptions?][] = [
    ["submodel_financier", financial.design, reference.submodel_financier],
    ["submodel_dette", debt.design, reference.submodel_dette],
    ["stacked", stacked, reference.stacked],
    [
      "financier_with_offset_dette",
      financial.design,
      reference.financier_with_offset_dette,
      { offset: debtEta },
    ],
  ];
  return [
    {
      id: "panel-mini, full model (rows without accounts missing)",
      ...build(train, all),
      expected: reference.full_model,
    },
    {
      id: "panel-mini, small model",
      ...build(train, SMALL),
      expected: reference.small_model,
    },
    ...cases.map(([id, design, fit, options]) => ({
      id: `panel-mini, ${id}`,
      design,
      outcome: debt.outcome,
      options,
      expected: fit,
    })),
  ];
}

function indices<T>(list: ArrayLike<T>, keep: (value: T, i: number) => boolean): number[] {
  return Array.from({ length: list.length }, (_, i) => i).filter((i) => keep(list[i]!, i));
}
