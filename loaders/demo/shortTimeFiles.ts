import type { Span } from "./calendar.js";
import { MOST_SITES, stayIn } from "./establishment.js";
import type { History } from "./history.js";
import { float, isoDate, quoted } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";
import { type Consumption, finalDay, firstDay, type Request, requestsOf } from "./shortTime.js";

/** State allowance to the employer, euros an hour (about the floor of 2020-2022, art. D5122-13). */
const ALLOWANCE = 8.6;
/** DATE_FIN comes without quotes in some lines, MTA with a comma in others (§1.4). */
const BARE_END = 0.1;
const COMMA_AMOUNT = 0.05;
/** Consumption of the last month is known for part of the requests only (§1.4: may be revised). */
const LAST_MONTH_KNOWN = 0.55;

/** Writes requests and what was consumed, of the requests that begin in the months covered. */
export function writeShortTime(
  requestFile: Sheet<"apdemande">,
  consumptionFile: Sheet<"apconso">,
  history: History,
): void {
  history.sites.forEach((site, rank) => {
    for (const request of requestsOf(history, rank)) {
      const stay = stayIn(site, request.from);
      const { start, end } = history.span;
      if (!stay || request.from < start || request.from >= end) continue;
      const { company, seed } = history;
      const random = new Random(seed, "ap", company.index, site.rank, request.rank);
      const id = requestId(company.index, site.rank, request.rank);
      const known = knownConsumption(request, history.span, random);
      writeRequest(requestFile, request, { id, siret: stay.siret, known, random });
      for (const { month, hours, staff } of known) {
        consumptionFile.write({
          ID_DA: quoted(id),
          ETAB_SIRET: quoted(stay.siret),
          HEURES: float(hours),
          MONTANTS: float(hours * ALLOWANCE),
          EFFECTIFS: float(staff),
          MOIS: quoted(isoDate({ month, day: 1 })),
        });
      }
    }
  });
}

/** Eleven characters, mostly digits: the company, then the request among those of all its sites. */
function requestId(company: number, site: number, rank: number): string {
  const request = (rank * MOST_SITES + site).toString(36);
  return `${String(company + 1).padStart(7, "0")}${request.padStart(4, "0")}`;
}

function knownConsumption({ consumed }: Request, { end }: Span, random: Random): Consumption[] {
  const lastKnown = random.chance(LAST_MONTH_KNOWN);
  return consumed.filter(({ month }) => month < end - 1 || (month === end - 1 && lastKnown));
}

interface Context {
  id: string;
  siret: string;
  known: Consumption[];
  random: Random;
}

function writeRequest(
  file: Sheet<"apdemande">,
  request: Request,
  { id, siret, known, random }: Context,
): void {
  const end = isoDate(finalDay(request));
  const amount = float(request.hours * ALLOWANCE);
  const bare = random.chance(BARE_END);
  const comma = random.chance(COMMA_AMOUNT);
  const hours = known.reduce((sum, c) => sum + c.hours, 0);
  file.write({
    ID_DA: quoted(id),
    ETAB_SIRET: quoted(siret),
    EFF_ENT: float(request.companyStaff),
    EFF_ETAB: float(request.siteStaff),
    DATE_STATUT: quoted(isoDate(request.decided)),
    DATE_DEB: quoted(isoDate(firstDay(request))),
    DATE_FIN: bare ? end : quoted(end),
    HTA: float(request.hours),
    MTA: comma ? quoted(amount.replace(".", ",")) : amount,
    EFF_AUTO: float(request.staff),
    MOTIF_RECOURS_SE: quoted(`${request.motive}`),
    PERIMETRE_AP: quoted(`${request.perimeter}`),
    S_HEURE_CONSOM_TOT: float(hours),
    S_EFF_CONSOM_TOT: float(known.reduce((most, c) => Math.max(most, c.staff), 0)),
    S_MONTANT_CONSOM_TOT: float(hours * ALLOWANCE),
    RECOURS_ANTERIEUR: quoted(`${request.recourse}`),
  });
}
