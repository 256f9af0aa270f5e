import { type Day, type Span, yearOf } from "./calendar.js";
import { type Site, type Stay, stayIn } from "./establishment.js";
import type { History } from "./history.js";
import { slashDate, urssafDate } from "./notation.js";
import type { Sheet } from "./sheet.js";

/** « INF » to six months, « SUP » beyond. */
const SIX_MONTHS = 183;

const isIn = ({ month }: Day, { start, end }: Span): boolean => month >= start && month < end;

/** The head office's account, under its SIRET of that day. */
function headAt({ sites }: History, { month }: Day): [Site, Stay] | undefined {
  const site = sites[0]!;
  const stay = stayIn(site, month);
  return stay && [site, stay];
}

/** Writes the payment plans asked for in the months covered. */
export function writePlans(file: Sheet<"delai">, history: History): void {
  const { arrears, company, span } = history;
  arrears.plans.forEach((plan, rank) => {
    const head = headAt(history, plan.created);
    if (!head || !isIn(plan.created, span)) return;
    const [site, stay] = head;
    file.write({
      Urssaf_gestion: site.urssaf,
      Dep: site.departement,
      Siret: stay.siret,
      Numero_compte_externe: site.account,
      Numero_structure: `${String(company.index).padStart(9, "0")}${String(rank).padStart(4, "0")}`,
      Date_creation: slashDate(plan.created),
      Date_echeance: slashDate(plan.due),
      Duree_delai: plan.days,
      Denomination_premiere_ligne: company.name,
      Indic_6M: plan.days > SIX_MONTHS ? "SUP" : "INF",
      Annee_creation: yearOf(plan.created.month),
      Montant_global_echeancier: plan.amount.toFixed(2),
      Code_externe_stade: plan.stage,
      Code_externe_action: plan.action,
    });
  });
}

/** Writes the requests to the commission of chief financial officers. */
export function writeSpreads(file: Sheet<"ccsf">, history: History): void {
  for (const { date, stage } of history.arrears.spreads) {
    const head = headAt(history, date);
    if (!head || !isIn(date, history.span)) continue;
    const [site, stay] = head;
    file.write({
      Urssaf_gestion: site.urssaf,
      Dep: site.departement,
      Siret: stay.siret,
      Compte: site.account,
      Date_de_traitement: urssafDate(date),
      Code_externe_stade: stage,
      Code_externe_action: "CCSF",
    });
  }
}
