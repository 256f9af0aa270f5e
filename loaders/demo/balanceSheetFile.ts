import { type BalanceSheet, balanceSheetsOf } from "./balanceSheets.js";
import type { History } from "./history.js";
import { compactDate } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";

/** One cell in thirty is empty: the line of the form was not filled in. */
const EMPTY = 1 / 30;

/** Small companies may keep their profit and loss account to themselves (art. L232-25 code de commerce); one in six here. */
const PARTLY_CONFIDENTIAL = 1 / 6;

function confidentialityOf({ kind, closing }: BalanceSheet, { seed, company }: History): string {
  const random = new Random(seed, "confidentiality", company.index, closing.month);
  const partly = random.chance(PARTLY_CONFIDENTIAL) && kind === "S";
  return partly ? "Public sauf compte de résultat" : "Public";
}

/** Writes the accounts filed with the registry. */
export function writeBalanceSheets(file: Sheet<"ratios_inpi">, history: History): void {
  const { company, seed } = history;
  for (const sheet of balanceSheetsOf(history)) {
    const random = new Random(seed, "emptyCells", company.index, sheet.closing.month);
    const cell = (value: number, decimals: number): string =>
      random.chance(EMPTY) ? "" : value.toFixed(decimals);
    file.write({
      siren: company.siren,
      date_cloture_exercice: compactDate(sheet.closing),
      chiffre_d_affaires: cell(sheet.turnover, 0),
      marge_brute: cell(sheet.grossMargin, 0),
      ebe: cell(sheet.ebitda, 0),
      ebit: cell(sheet.ebit, 0),
      resultat_net: cell(sheet.netResult, 0),
      taux_d_endettement: cell(sheet.debtRatio, 3),
      ratio_de_liquidite: cell(sheet.liquidity, 3),
      ratio_de_vetuste: cell(sheet.obsolescence, 3),
      autonomie_financiere: cell(sheet.autonomy, 3),
      poids_bfr_exploitation_sur_ca: cell(sheet.workingCapital, 3),
      couverture_des_interets: cell(sheet.interestCover, 3),
      caf_sur_ca: cell(sheet.cashFlowOnTurnover, 3),
      capacite_de_remboursement: cell(sheet.repayment, 3),
      marge_ebe: cell((100 * sheet.ebitda) / sheet.turnover, 3),
      resultat_courant_avant_impots_sur_ca: cell(sheet.currentResult, 3),
      poids_bfr_exploitation_sur_ca_jours: cell(3.6 * sheet.workingCapital, 3),
      rotation_des_stocks_jours: cell(sheet.stockDays, 3),
      credit_clients_jours: cell(sheet.customerDays, 3),
      credit_fournisseurs_jours: cell(sheet.supplierDays, 3),
      type_bilan: sheet.kind,
      confidentiality: confidentialityOf(sheet, history),
    });
  }
}
