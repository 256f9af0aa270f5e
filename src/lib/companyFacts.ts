import type { ListedCompany } from "./agents.js";
import type { Column } from "./csv.js";
import { folded } from "./format/folded.js";
import { sectionLabel } from "./labels.js";
import { LEVELS } from "./levels.js";

/** « Dijon (21) », or what is known of it. */
export function placeOf({ commune, departement }: Pick<ListedCompany, "commune" | "departement">) {
  if (!departement) return commune ?? "siège non renseigné";
  return commune ? `${commune} (${departement})` : `département ${departement}`;
}

export interface Filters {
  /** Empty strings let everything through. */
  level: string;
  departement: string;
  section: string;
  text: string;
  /** Least headcount; a company whose headcount is unknown is left out when it is given. */
  effectif: number | undefined;
}

/** Companies that pass every filter, in the order given. Text is sought in name, siren, commune and activity. */
export function filterCompanies(
  companies: readonly ListedCompany[],
  { level, departement, section, text, effectif }: Filters,
): ListedCompany[] {
  const words = folded(text).split(" ").filter(Boolean);
  return companies.filter((one) => {
    if (level && one.level !== level) return false;
    if (departement && !one.present.includes(departement)) return false;
    if (section && one.section !== section) return false;
    if (effectif !== undefined && (one.effectif === null || one.effectif < effectif)) return false;
    if (words.length === 0) return true;
    const { name, siren, commune, ape, apeLabel } = one;
    const searched = folded([name, siren, commune, ape, apeLabel].join(" "));
    return words.every((word) => searched.includes(word));
  });
}

/** Columns of the file an agent downloads; the debt is in it under rights A alone. */
export function listColumns(withDebt: boolean): Column<ListedCompany>[] {
  return [
    { label: "Siren", value: ({ siren }) => siren },
    { label: "Raison sociale", value: ({ name }) => name },
    { label: "Département du siège", value: ({ departement }) => departement },
    { label: "Commune du siège", value: ({ commune }) => commune },
    { label: "Section", value: ({ section }) => section && sectionLabel(section) },
    { label: "Code APE", value: ({ ape }) => ape },
    { label: "Activité", value: ({ apeLabel }) => apeLabel },
    { label: "Effectif", value: ({ effectif }) => effectif },
    { label: "Niveau", value: ({ level }) => LEVELS[level].label },
    { label: "Probabilité", value: ({ probability }) => probability },
    { label: "Raisons principales", value: ({ reasons }) => reasons.join(" | ") },
    { label: "Procédure collective", value: ({ procol }) => procol ?? "In bonis" },
    ...(withDebt
      ? [{ label: "Dette Urssaf (€)", value: ({ debt }: ListedCompany) => debt ?? null }]
      : []),
  ];
}
