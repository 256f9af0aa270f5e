import type { Month } from "../calendar.js";
import { isoDate } from "../notation.js";
import type { Sheet } from "../sheet.js";
import { CONVENTIONS } from "./conventions.js";

/** Writes the agreements signed by the first of a month. */
export function writeConventions(file: Sheet<"conventions">, end: Month): void {
  for (const convention of CONVENTIONS) {
    const { name, signed, starts, ends, unit } = convention;
    if (signed.month >= end) continue;
    file.write({
      convention: name,
      startup: convention.startup,
      instrument: convention.instrument,
      parties: convention.parties,
      date_signature: isoDate(signed),
      date_debut: starts ? isoDate(starts) : "",
      date_fin: ends ? isoDate(ends) : "",
      ae: convention.ae,
      cp: convention.cp ?? "",
      dont_rap: convention.carriedOver ?? "",
      ae_cumul: convention.aeTotal ?? "",
      programme: convention.programme,
      domaine_fonctionnel: convention.domain,
      centre_financier: unit,
      activite: convention.activity,
      centre_cout: convention.costCentre ?? "",
      axe_ministeriel: convention.axis ?? "",
      document: convention.document,
    });
  }
}
