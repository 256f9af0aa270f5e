import { type Command, Option } from "commander";
import type { LogitOptions, LogitReport } from "../../models/logit/logit.js";
import { VigieError } from "../../src/lib/error.js";
import { formatNumber } from "../../src/lib/format/number.js";
import type { Penalty } from "../../src/lib/logistic/regression.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options {
  data: string;
  outcome: string;
  terms: string[];
  weights?: string;
  trials?: string;
  offset?: string;
  penalty: Penalty;
  classWeight?: "balanced";
  robust?: LogitOptions["robust"];
  intercept: boolean;
  ci: "wald" | "profile";
  predict?: string;
  vif?: boolean;
  influence?: string;
}

export function logitCommand(terminal: Terminal): Command {
  return createCommand(
    "logit",
    "Ajuste une régression logistique sur un fichier CSV ou Parquet.",
    "vigie logit --data panel.csv --outcome defaillance --terms dette,effectif,naf --robust cluster:siren",
  )
    .requiredOption("--data <fichier>", "fichier CSV avec en-tête, ou Parquet")
    .requiredOption("--outcome <colonne>", "issue, 0 ou 1, ou une part avec --trials")
    .requiredOption(
      "--terms <colonnes>",
      "termes, séparés par des virgules ; un texte est codé par niveau",
      names,
    )
    .option("--weights <colonne>", "poids des lignes")
    .option("--trials <colonne>", "nombre d’essais, quand l’issue est une part")
    .option("--offset <colonne>", "décalage ajouté au prédicteur, en log-cotes")
    .addOption(
      new Option("--penalty <pénalité>", "none, ridge:λ, elastic:λ,α ou firth")
        .argParser(penalty)
        .default({ kind: "none" } satisfies Penalty, "none"),
    )
    .option("--class-weight <règle>", "balanced : les deux classes pèsent autant", classWeight)
    .option("--robust <erreurs>", "hc1, ou cluster:COLONNE", robust)
    .option("--no-intercept", "sans constante")
    .option("--ci <intervalle>", "wald ou profile", interval, "wald")
    .option(
      "--vif",
      "facteurs d’inflation de la variance : ce que la colinéarité coûte à chaque terme",
    )
    .option(
      "--influence <fichier>",
      "écrit levier, résidus et distance de Cook de chaque ligne en CSV",
    )
    .option("--predict <fichier>", "écrit le prédicteur et la probabilité de chaque ligne en CSV")
    .action((options: Options) => logit(options, terminal));
}

async function logit({ ci, ...options }: Options, terminal: Terminal): Promise<void> {
  const { runLogit } = await import("../../models/logit/logit.js");
  const report = await runLogit({ ...options, profile: ci === "profile" });
  describe(report, terminal);
  terminal.document(report);
}

function describe(report: LogitReport, terminal: Terminal): void {
  const number = (value: number | null, decimals: number) =>
    value === null ? "—" : formatNumber(value, decimals);
  terminal.table(
    ["terme", "estimation", "erreur type", "z", "p", "IC 95 %", "rapport de cotes"],
    report.coefficients.map(({ term, estimate, stdError, z, p, ciLow, ciHigh, oddsRatio }) => [
      term,
      coefficient(estimate),
      coefficient(stdError),
      number(z, 2),
      p === null ? "—" : p < 0.0001 ? "< 0,0001" : formatNumber(p, 4),
      ciLow === null ? "—" : `${coefficient(ciLow)} à ${coefficient(ciHigh)}`,
      coefficient(oddsRatio),
    ]),
    [1, 2, 3, 4, 5, 6],
  );
  terminal.say(
    `${formatNumber(report.nUsed)} lignes sur ${formatNumber(report.n)} ; déviance ${number(report.deviance, 2)} (sans terme : ${number(report.nullDeviance, 2)}) ; AIC ${number(report.aic, 2)} ; AUC ${number(report.auc, 4)}`,
  );
  if (report.goodnessOfFit) {
    const { likelihoodRatio: test, pseudoR2 } = report.goodnessOfFit;
    terminal.say(
      `Rapport de vraisemblance : χ² ${number(test.chi2, 2)}, degrés de liberté ${formatNumber(test.df)}, p ${test.p < 0.0001 ? "< 0,0001" : formatNumber(test.p, 4)} ; pseudo-R² de McFadden ${number(pseudoR2.mcFadden, 4)}`,
    );
  }
  if (report.vif)
    terminal.table(
      ["terme", "VIF"],
      report.vif.map(({ term, vif }) => [term, number(vif, 2)]),
      [1],
    );
  for (const { code, message } of report.warnings) terminal.say(`⚠ ${message} [${code}]`);
}

/** Four decimals, or four significant digits and a power of ten when those would say nothing. */
function coefficient(value: number | null): string {
  if (value === null) return "—";
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e7)) return formatNumber(value, 4);
  const [digits, exponent] = value.toExponential(3).split("e") as [string, string];
  return `${formatNumber(Number(digits), 3)}e${exponent.replace("+", "").replace("-", "−")}`;
}

function names(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function penalty(text: string): Penalty {
  if (text === "none" || text === "firth") return { kind: text };
  const ridge = /^ridge:([^,]+)$/.exec(text);
  if (ridge) return { kind: "shrinkage", lambda: positive(ridge[1]!, text), alpha: 0 };
  const elastic = /^elastic:([^,]+),([^,]+)$/.exec(text);
  if (!elastic) throw badOption("--penalty", text, "none, ridge:λ, elastic:λ,α ou firth");
  const alpha = positive(elastic[2]!, text);
  if (alpha > 1) throw badOption("--penalty", text, "α entre 0 (ridge) et 1 (lasso)");
  return { kind: "shrinkage", lambda: positive(elastic[1]!, text), alpha };
}

function positive(text: string, whole: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value >= 0) return value;
  throw badOption("--penalty", whole, "un nombre positif ou nul");
}

function classWeight(text: string): "balanced" {
  if (text === "balanced") return text;
  throw badOption("--class-weight", text, "balanced");
}

function robust(text: string): LogitOptions["robust"] {
  if (text === "hc1") return { kind: "hc1" };
  const column = /^cluster:(.+)$/.exec(text)?.[1];
  if (column) return { kind: "cluster", column };
  throw badOption("--robust", text, "hc1 ou cluster:COLONNE");
}

function interval(text: string): "wald" | "profile" {
  if (text === "wald" || text === "profile") return text;
  throw badOption("--ci", text, "wald ou profile");
}

function badOption(option: string, text: string, expected: string): VigieError {
  return new VigieError(
    "usage",
    `${option} : « ${text} » refusé`,
    `Valeur attendue : ${expected}.`,
    2,
  );
}
