import type { Judgment } from "./court.js";
import { stayIn } from "./establishment.js";
import type { History } from "./history.js";
import { sasDate } from "./notation.js";
import type { Sheet } from "./sheet.js";

/** « Ouverture_redressement », « Plan_continuation_redressement »: stage then action, one capital. */
function label({ stage, action }: Judgment): string {
  return `${stage[0]!.toUpperCase()}${stage.slice(1)}_${action}`;
}

/** Writes every judgment since 2006, for each site then open (the head office once all are closed). */
export function writeJudgments(file: Sheet<"procol">, history: History): void {
  const { company, life, sites, span } = history;
  for (const judgment of life.judgments) {
    if (judgment.date.month >= span.end) continue;
    const open = sites.map((site) => stayIn(site, judgment.date.month)).filter((stay) => stay);
    const stays = open.length > 0 ? open : [sites[0]!.stays.at(-1)!];
    for (const stay of stays) {
      file.write({
        Siret: stay!.siret,
        Siren: company.siren,
        Dt_effet: sasDate(judgment.date),
        Cat_v2: 1,
        Lib_actx_stdx: label(judgment),
      });
    }
  }
}
