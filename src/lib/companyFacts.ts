import type { ListedCompany } from "./agents.js";
import type { Column } from "./csv.js";
import { sectionLabel } from "./labels.js";
import { LEVELS } from "./levels.js";
import { IN_BONIS } from "./lists/filters.js";
import { FIRST_ALERTS, frequency } from "./lists/firstAlert.js";
import { legalForm } from "./lists/legalForms.js";

/** « Dijon (21) », or what is known of it. */
export function placeOf({ commune, departement }: Pick<ListedCompany, "commune" | "departement">) {
  if (!departement) return commune ?? "siège non renseigné";
  return commune ? `${commune} (${departement})` : `département ${departement}`;
}

const yesNo = (yes: boolean | undefined): string => (yes ? "oui" : "non");

/** What rights A alone have in the file. */
const URSSAF: Column<ListedCompany>[] = [
  { label: "Dette Urssaf (€)", value: ({ debt }) => debt ?? null },
  { label: "Délai de paiement Urssaf", value: ({ plan }) => yesNo(plan) },
  { label: "Liste retraitée", value: ({ retraitee }) => yesNo(retraitee) },
];

/** Columns of the file an agent downloads; what the Urssaf says is in it under rights A alone. */
export function listColumns(withUrssaf: boolean): Column<ListedCompany>[] {
  return [
    { label: "Siren", value: ({ siren }) => siren },
    { label: "Raison sociale", value: ({ name }) => name },
    { label: "Département du siège", value: ({ departement }) => departement },
    { label: "Commune du siège", value: ({ commune }) => commune },
    { label: "Section", value: ({ section }) => section && sectionLabel(section) },
    { label: "Code APE", value: ({ ape }) => ape },
    { label: "Activité", value: ({ apeLabel }) => apeLabel },
    {
      label: "Forme juridique",
      value: ({ legalCategory }) => legalCategory && legalForm(legalCategory),
    },
    { label: "Effectif", value: ({ effectif }) => effectif },
    { label: "Niveau", value: ({ level }) => LEVELS[level].label },
    { label: "Probabilité", value: ({ probability }) => probability },
    {
      label: "Première alerte",
      value: ({ firstAlert }) => (firstAlert ? FIRST_ALERTS[firstAlert] : "non"),
    },
    { label: "Fréquence d’alerte", value: frequency },
    { label: "Entreprise récente", value: ({ recent }) => yesNo(recent) },
    { label: "Raisons principales", value: ({ reasons }) => reasons.join(" | ") },
    { label: "Procédure collective", value: ({ procol }) => procol ?? IN_BONIS },
    ...(withUrssaf ? URSSAF : []),
  ];
}
