import { ratiosInpi } from "../sources/ratiosInpi.js";
import { describedColumns } from "./described.js";
import type { CleanTable } from "./table.js";

/** Accounts of the company itself come before those of its group (§1.6). */
const PREFERENCE = "CASE type_bilan WHEN 'C' THEN 0 WHEN 'S' THEN 1 ELSE 2 END";

const DESCRIBED = describedColumns(ratiosInpi);

const COLUMNS = Object.keys(DESCRIBED).filter(
  (column) => column !== "siren" && column !== "date_cloture_exercice",
);

/** Ratios of one closing, one row each; amounts in euros. */
export const cleanRatios: CleanTable = {
  name: "clean_ratios",
  title: "Ratios financiers, par entreprise et clôture",
  query: ({ within }) => `SELECT siren, date_cloture_exercice AS date_cloture, ${COLUMNS.join(", ")}
    FROM (SELECT *, row_number() OVER () AS line FROM ratios_inpi)
    WHERE ${within("siren")}
    QUALIFY row_number() OVER (PARTITION BY siren, date_cloture_exercice
      ORDER BY ${PREFERENCE}, line DESC) = 1`,
  key: ["siren", "date_cloture"],
  period: "date_cloture",
  columns: {
    siren: DESCRIBED.siren!,
    date_cloture: DESCRIBED.date_cloture_exercice!,
    ...Object.fromEntries(COLUMNS.map((column) => [column, DESCRIBED[column]!])),
  },
};
