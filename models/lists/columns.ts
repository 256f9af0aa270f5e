import codes from "@socialgouv/codes-naf";
import type { Column } from "../../src/lib/csv.js";
import { GROUPS } from "../../src/lib/groups.js";
import { sectionLabel } from "../../src/lib/labels.js";
import { LEVELS } from "../../src/lib/levels.js";
import { IN_BONIS } from "../../src/lib/lists/filters.js";
import { frequency } from "../../src/lib/lists/firstAlert.js";
import { legalForm } from "../../src/lib/lists/legalForms.js";
import type { ListRow, ScorePart } from "./readList.js";

const NAF: ReadonlyMap<string, string> = new Map(
  codes.map(({ id, label }): [string, string] => [id, label]),
);

const yesNo = (yes: boolean | null | undefined): string | null =>
  yes === null || yes === undefined ? null : yes ? "oui" : "non";

/** Contribution of a group to the log-odds of the company: above zero, it raises the risk. */
const part = (name: ScorePart): Column<ListRow> => ({
  label: `Détail du score : ${GROUPS[name].label}`,
  value: ({ parts }) => parts[name],
});

/** The 24 columns of the file of a list that the service sends (domain §5.2), in its order. */
export const LIST_COLUMNS: readonly Column<ListRow>[] = [
  { label: "Liste de détection", value: ({ list }) => list },
  { label: "Siren", value: ({ siren }) => siren },
  { label: "Siret", value: ({ siret }) => siret },
  { label: "Raison sociale", value: ({ name }) => name },
  { label: "Code département", value: ({ departement }) => departement },
  { label: "Année de création", value: ({ created }) => created?.slice(0, 4) },
  {
    label: "Forme juridique",
    value: ({ legalCategory }) => legalCategory && legalForm(legalCategory),
  },
  { label: "Statut de procol", value: ({ procol }) => procol ?? IN_BONIS },
  { label: "Dernier effectif entreprise", value: ({ effectif }) => effectif },
  { label: "Montant de la dette sociale", value: ({ debt }) => debt },
  { label: "Code secteur", value: ({ section }) => section },
  { label: "Libellé secteur", value: ({ section }) => section && sectionLabel(section) },
  { label: "Code NAF", value: ({ ape }) => ape },
  { label: "Libellé NAF", value: ({ ape }) => ape && NAF.get(ape) },
  { label: "Niveau d’alerte", value: ({ level }) => LEVELS[level].label },
  { label: "Fréquence d’alerte", value: frequency },
  part("emploi"),
  part("sante_financiere"),
  part("dette_sociale"),
  part("activite_partielle"),
  { label: "Liste retraitée", value: ({ retraitee }) => yesNo(retraitee) },
  { label: "Délai de paiement Urssaf", value: ({ plan }) => yesNo(plan) },
  { label: "Entreprises récentes", value: ({ recent }) => yesNo(recent) },
  { label: "Accompagnement", value: ({ followed }) => yesNo(followed) },
];
