import { cleanAccompagnements } from "./accompagnements.js";
import { CLEAN_ACTIVITY } from "./activity.js";
import { cleanAp } from "./ap.js";
import { cleanCotisation } from "./cotisation.js";
import { cleanDebit } from "./debit.js";
import { cleanDelai } from "./delai.js";
import { cleanEffectif, cleanEffectifEnt } from "./effectif.js";
import { cleanFilter, cleanHistorique } from "./filter.js";
import { cleanPaydex } from "./paydex.js";
import { cleanProcol } from "./procol.js";
import { cleanProcolAtDate } from "./procolAtDate.js";
import { cleanRatios } from "./ratios.js";
import { cleanSirene } from "./sirene.js";
import { cleanSireneHisto } from "./sireneHisto.js";
import { cleanSireneUl } from "./sireneUl.js";
import type { CleanTable } from "./table.js";

/** In the order they are computed: some read those before them. */
export const CLEAN_TABLES: readonly CleanTable[] = [
  cleanCotisation,
  cleanDebit,
  cleanDelai,
  cleanProcol,
  cleanProcolAtDate,
  cleanAp,
  cleanEffectif,
  cleanEffectifEnt,
  cleanFilter,
  cleanHistorique,
  cleanSirene,
  cleanSireneUl,
  cleanSireneHisto,
  cleanRatios,
  cleanPaydex,
  ...CLEAN_ACTIVITY,
  cleanAccompagnements,
];
