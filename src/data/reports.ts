import type { BudgetTable } from "../lib/budget/budgetTable.js";
import type { EngagementsTable } from "../lib/duties/evidence.js";
import type { EffectTable } from "../lib/effect/effectTable.js";
import type { ImpactTable } from "../lib/impact/impactTable.js";
import type { Model } from "../lib/model.js";
import type { NeedsTable } from "../lib/needs/needsTable.js";
import type { HomeTable } from "../lib/tables.js";
import { readDeliveries } from "./deliveries.js";
import { readTable, tablesFolder } from "./tables.js";

/** All that a report reads, in one file: a page asks for few of them. */
export function readReports(folder = tablesFolder()): object {
  const { id, outcome, evaluation } = readTable<Model>("modele.json", folder);
  const { confusion } = evaluation.withoutStrongSignals;
  return {
    home: readTable<HomeTable>("accueil.json", folder),
    impact: readTable<ImpactTable>("impact.json", folder),
    effect: readTable<EffectTable>("effet.json", folder),
    needs: readTable<NeedsTable>("besoins.json", folder),
    budget: readTable<BudgetTable>("budget.json", folder),
    engagements: readTable<EngagementsTable>("engagements.json", folder),
    declared: readDeliveries(),
    model: { id, outcome, confusion },
  };
}
