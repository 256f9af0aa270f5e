import { type Command, Option } from "commander";
import { DEPARTEMENTS } from "../loaders/geography.js";
import { VigieError } from "../src/lib/error.js";
import { EVERYONE, type Filterable, type Filters, IN_BONIS } from "../src/lib/lists/filters.js";
import { legalFamily } from "../src/lib/lists/legalForms.js";
import { SECTIONS } from "../src/lib/sections.js";
import { wholeNumber } from "./options.js";

/** The filters of a list (domain §5.2) as the user types them. */
export interface FilterOptions {
  texte?: string;
  level?: string;
  departement?: string;
  section?: string;
  forme?: string;
  procol?: string;
  effectifMin?: number;
  detteMin?: number;
  premieresAlertes?: boolean;
  sansRecentes?: boolean;
  sansDelai?: boolean;
  retraitee?: boolean;
}

/** Adds to a command the options of {@link FilterOptions}. */
export function withFilters(command: Command): Command {
  return command
    .option("--texte <mots>", "nom, siren ou code d’activité")
    .addOption(new Option("--level <niveau>", "niveau d’alerte").choices(["fort", "modere"]))
    .option("--departement <code>", "département du siège")
    .option("--effectif-min <n>", "effectif d’au moins", wholeNumber(0))
    .option("--dette-min <euros>", "dette sociale d’au moins", wholeNumber(0))
    .option("--forme <code>", "catégorie juridique de l’Insee : 57 pour les SAS")
    .option("--section <lettre>", "section de la NAF")
    .option("--procol <état>", `procédure collective : « ${IN_BONIS} », « Sauvegarde »…`)
    .option("--premieres-alertes", "premières alertes seulement")
    .option("--sans-recentes", "sans les entreprises récentes")
    .option("--sans-delai", "sans délai de paiement Urssaf en cours")
    .option("--retraitee", "liste retraitée seulement");
}

/** Filters of what the user typed; throws a usage VigieError on a code that does not exist. */
export function filtersOf(options: FilterOptions, companies: readonly Filterable[]): Filters {
  const { texte, level, departement, section, forme, procol } = options;
  check(
    "département",
    departement,
    DEPARTEMENTS.map(({ code }) => code),
  );
  check(
    "section",
    section,
    SECTIONS.map(({ code }) => code),
  );
  check("état", procol, [
    ...new Set([IN_BONIS, ...companies.map(({ procol: state }) => state ?? IN_BONIS)]),
  ]);
  if (forme !== undefined && !/^\d{2}(\d{2})?$/.test(forme))
    throw refused("catégorie juridique", forme, "deux ou quatre chiffres, 57 ou 5710");
  return {
    ...EVERYONE,
    text: texte ?? "",
    level: level ?? "",
    departement: departement ?? "",
    section: section ?? "",
    form: forme ? legalFamily(forme) : "",
    procol: procol ?? "",
    effectif: options.effectifMin,
    debt: options.detteMin,
    firstAlerts: options.premieresAlertes ?? false,
    withoutRecent: options.sansRecentes ?? false,
    withoutPlan: options.sansDelai ?? false,
    retraitee: options.retraitee ?? false,
  };
}

function check(what: string, value: string | undefined, known: readonly string[]): void {
  if (value === undefined || known.includes(value)) return;
  throw refused(what, value, known.join(", "));
}

function refused(what: string, value: string, expected: string): VigieError {
  return new VigieError("usage", `${what} inconnu : « ${value} »`, `Attendu : ${expected}.`, 2);
}
