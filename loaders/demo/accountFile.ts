import type { History } from "./history.js";
import { urssafDate } from "./notation.js";
import type { Sheet } from "./sheet.js";

/** Account states (§1.2). */
const ACTIVE = 1;
const STRUCK_OFF = 3;

/** Writes which SIRET each account had, with the dates. */
export function writeAccounts(file: Sheet<"comptes">, { company, sites }: History): void {
  for (const site of sites) {
    const closed = site.stays.at(-1)!.to !== undefined;
    for (const { siret, from, to } of site.stays) {
      file.write({
        Urssaf_gestion: site.urssaf,
        Dep: site.departement,
        Compte: site.account,
        Etat_compte: closed ? STRUCK_OFF : ACTIVE,
        Siren: company.siren,
        Siret: siret,
        Date_crea_siret: urssafDate(from),
        Date_disp_siret: to ? urssafDate(to) : "",
      });
    }
  }
}
