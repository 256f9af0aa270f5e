import { addDays, type Day, EPOCH, type Month, yearOf } from "./calendar.js";
import type { Stay } from "./establishment.js";
import { type History, staffIn } from "./history.js";
import { naf2025 } from "./naf2025.js";
import { inventedWord, upper } from "./names.js";
import { isoDate } from "./notation.js";
import { Random } from "./random.js";
import type { Sheet } from "./sheet.js";
import { companyCategory, staffBand } from "./staffBand.js";

const NOMENCLATURE = "NAFRev2";
/** 2 % of persons ask INSEE not to publish their address (« P », partly diffusible). */
const PRIVATE = 0.02;
/** Streets: INSEE abbreviations and invented names. */
const STREETS = ["RUE", "AV", "CHE", "BD", "IMP", "PL", "RTE", "ALL", "HAM", "QUAI", "ZA"];
/** Germany in the official geographic code (COG). */
const ABROAD = { code: "99109", country: "ALLEMAGNE", town: "MUSTERSTADT" };
/** One établissement in a hundred closed for a few months, then opened again. */
const REOPENING = 0.01;
/** One in twelve took another shop name. */
const RENAMING = 1 / 12;

/** A period of an établissement: state and shop name hold from a day to another. */
interface Period {
  from: Day;
  to?: Day;
  open: boolean;
  sign: string;
  stateChanged: boolean;
  signChanged: boolean;
}

const dayAfter = (day: Day): Day => addDays(day, 1);

function periodsOf({ from, to }: Stay, end: Month, random: Random): Period[] {
  const [reopens, renames, u] = [random.uniform(), random.uniform(), random.uniform()];
  const sign = upper(inventedWord(random));
  const last = Math.min(to?.month ?? end, end) - 2;
  const room = last - from.month - 12;
  const at: Day = { month: from.month + 6 + Math.floor(u * Math.max(0, room)), day: 10 };
  const periods: Period[] = [
    { from, open: true, sign: "", stateChanged: false, signChanged: false },
  ];
  const turn = (day: Day, change: Partial<Period>): void => {
    const current = periods.at(-1)!;
    current.to = addDays(day, -1);
    periods.push({
      ...current,
      stateChanged: false,
      signChanged: false,
      from: day,
      to: undefined,
      ...change,
    });
  };
  if (room > 0 && reopens < REOPENING) {
    turn(at, { open: false, stateChanged: true });
    turn({ month: at.month + 5, day: 3 }, { open: true, stateChanged: true });
  } else if (room > 0 && renames < RENAMING) {
    turn(at, { sign, signChanged: true });
  }
  if (to) turn(dayAfter(to), { open: false, stateChanged: true });
  return periods;
}

/** Writes the stock of établissements and their history, most recent period first as INSEE does. */
export function writeEstablishments(
  stock: Sheet<"sirene">,
  past: Sheet<"sirene_histo">,
  history: History,
): void {
  const { company, sites, seed, span } = history;
  sites.forEach((site, rank) => {
    for (const stay of site.stays) {
      const random = new Random(seed, "sirene", company.index, stay.nic);
      const periods = periodsOf(stay, span.end, random);
      const head = rank === 0 && stay === site.stays.at(-1);
      writeStock(stock, history, { stay, rank, head, periods, random });
      for (const period of periods.reverse()) writePeriod(past, history, stay, period);
    }
  });
}

interface Entry {
  stay: Stay;
  rank: number;
  head: boolean;
  periods: Period[];
  random: Random;
}

function writeStock(
  file: Sheet<"sirene">,
  history: History,
  { stay, rank, head, periods, random }: Entry,
): void {
  const { company, span } = history;
  const lastMonth = Math.min(stay.end, span.end) - 1;
  const current = periods.at(-1)!;
  const staff = lastMonth >= EPOCH ? staffIn(history, rank, lastMonth) : 0;
  const number = random.integer(1, 180);
  const type = random.pick(STREETS);
  const street = upper(inventedWord(random));
  const treated = `${isoDate(current.from)}T${String(random.integer(7, 19)).padStart(2, "0")}:12:05`;
  file.write({
    siren: company.siren,
    nic: stay.nic,
    siret: stay.siret,
    statutDiffusionEtablissement: company.person && random.chance(PRIVATE) ? "P" : "O",
    dateCreationEtablissement: isoDate(stay.from),
    trancheEffectifsEtablissement: current.open ? staffBand(staff) : "",
    anneeEffectifsEtablissement: current.open ? yearOf(lastMonth) - 1 : "",
    dateDernierTraitementEtablissement: treated,
    etablissementSiege: `${head}`,
    nombrePeriodesEtablissement: periods.length,
    numeroVoieEtablissement: number,
    typeVoieEtablissement: type,
    libelleVoieEtablissement: street,
    ...addressOf(stay, `${number} ${type} ${street}`, random),
    dateDebut: isoDate(current.from),
    etatAdministratifEtablissement: current.open ? "A" : "F",
    enseigne1Etablissement: current.sign,
    activitePrincipaleEtablissement: company.ape,
    nomenclatureActivitePrincipaleEtablissement: NOMENCLATURE,
    caractereEmployeurEtablissement: staff > 0 ? "O" : "N",
  });
}

/** Commune and geocoding; abroad neither. */
function addressOf({ place }: Stay, line: string, random: Random) {
  if (!place) {
    return {
      libelleCommuneEtrangerEtablissement: ABROAD.town,
      codePaysEtrangerEtablissement: ABROAD.code,
      libellePaysEtrangerEtablissement: ABROAD.country,
    };
  }
  const { commune, latitude, longitude } = place;
  const town = upper(commune.nom).replaceAll("'", " ");
  const postcode = commune.codesPostaux?.[0] ?? "";
  const address = `${line} ${postcode} ${town}`;
  return {
    codePostalEtablissement: postcode,
    libelleCommuneEtablissement: town,
    codeCommuneEtablissement: commune.code,
    longitude: longitude.toFixed(6),
    latitude: latitude.toFixed(6),
    geo_score: random.between(0.55, 0.98).toFixed(2),
    geo_type: random.pick(["housenumber", "street", "street", "municipality"]),
    geo_adresse: address,
    geo_id: `${commune.code}_${String(random.integer(1, 9999)).padStart(4, "0")}`,
    geo_ligne: "G",
    geo_l4: line,
  };
}

function writePeriod(
  file: Sheet<"sirene_histo">,
  { company }: History,
  { nic, siret }: Stay,
  { from, to, open, sign, stateChanged, signChanged }: Period,
): void {
  file.write({
    siren: company.siren,
    nic,
    siret,
    dateFin: to ? isoDate(to) : "",
    dateDebut: isoDate(from),
    etatAdministratifEtablissement: open ? "A" : "F",
    changementEtatAdministratifEtablissement: `${stateChanged}`,
    enseigne1Etablissement: sign,
    changementEnseigneEtablissement: `${signChanged}`,
    changementDenominationUsuelleEtablissement: "false",
    activitePrincipaleEtablissement: company.ape,
    nomenclatureActivitePrincipaleEtablissement: NOMENCLATURE,
    changementActivitePrincipaleEtablissement: "false",
    caractereEmployeurEtablissement: open ? "O" : "N",
    changementCaractereEmployeurEtablissement: "false",
  });
}

/** Writes the legal unit. */
export function writeLegalUnit(file: Sheet<"sirene_ul">, history: History): void {
  const { company, life, sites, span } = history;
  const lastMonth = Math.min(life.end, span.end) - 1;
  const staff = life.headcount.at(-1) ?? 0;
  const birth = { month: company.birth, day: company.birthDay };
  const since = life.closed ? { month: life.end, day: 1 } : birth;
  const year = yearOf(lastMonth) - 1;
  const { person } = company;
  file.write({
    siren: company.siren,
    statutDiffusionUniteLegale: "O",
    dateCreationUniteLegale: isoDate(birth),
    sexeUniteLegale: person?.sex,
    prenom1UniteLegale: person?.firstName,
    prenomUsuelUniteLegale: person?.firstName,
    trancheEffectifsUniteLegale: life.closed ? "" : staffBand(staff),
    anneeEffectifsUniteLegale: life.closed ? "" : year,
    dateDernierTraitementUniteLegale: `${isoDate(since)}T08:30:00`,
    nombrePeriodesUniteLegale: life.closed ? 2 : 1,
    categorieEntreprise: companyCategory(staff),
    anneeCategorieEntreprise: year,
    dateDebut: isoDate(since),
    etatAdministratifUniteLegale: life.closed ? "C" : "A",
    nomUniteLegale: person?.surname,
    denominationUniteLegale: person ? "" : company.name,
    categorieJuridiqueUniteLegale: company.legalCategory,
    activitePrincipaleUniteLegale: company.ape,
    nomenclatureActivitePrincipaleUniteLegale: NOMENCLATURE,
    activitePrincipaleNAF25UniteLegale: naf2025(company.ape),
    nicSiegeUniteLegale: sites[0]!.stays.at(-1)!.nic,
    economieSocialeSolidaireUniteLegale: company.legalCategory.startsWith("92") ? "O" : "N",
    caractereEmployeurUniteLegale: life.closed ? "N" : "O",
  });
}
