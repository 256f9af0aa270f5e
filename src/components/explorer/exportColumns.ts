import type { Column } from "../../lib/csv.js";
import type { CellLabels } from "../../lib/explorer/cellLabels.js";
import type { PublishedCell } from "../../lib/explorer/pivot.js";

/** The values of a request, one a line, codes and names, for a file. */
export function exportColumns(label: CellLabels): Column<PublishedCell>[] {
  return [
    { label: "indicateur", value: ({ indicateur }) => indicateur },
    { label: "indicateur_libelle", value: ({ indicateur }) => label("indicateur", indicateur) },
    { label: "periode", value: ({ periode }) => periode },
    { label: "territoire", value: ({ territoire }) => territoire },
    { label: "territoire_libelle", value: ({ territoire }) => label("territoire", territoire) },
    { label: "secteur", value: ({ secteur }) => secteur },
    { label: "secteur_libelle", value: ({ secteur }) => label("secteur", secteur) },
    { label: "taille", value: ({ taille }) => taille },
    { label: "valeur", value: ({ value }) => value },
  ];
}
