import { literal } from "../duckdb.js";
import type { Cells } from "./cells.js";
import type { Header } from "./header.js";

/** A file that has both columns, its source reading the SIRET at least; positions from 1. */
export interface SirenAndSiret {
  siren: number;
  siret: number;
  /** Label of the SIRET, as the file writes it. */
  label: string;
}

/** Why a SIRET is not that of its row, undefined when it is or when one of both is missing. */
export function mismatch(siren: string, siret: string): string | undefined {
  if (siren === "" || siret === "" || siret.slice(0, 9) === siren) return undefined;
  return `« ${siret} » n’est pas un SIRET du SIREN « ${siren} » de la ligne`;
}

/** SQL twin of {@link mismatch} as a condition on the cells. */
export function mismatchSql({ identifiers }: Pick<Header, "identifiers">, cells: Cells): string {
  if (!identifiers) return "false";
  const [siren, siret] = [cells(identifiers.siren), cells(identifiers.siret)];
  return `(${siren} <> '' AND ${siret} <> '' AND left(${siret}, 9) <> ${siren})`;
}

/** SQL struct (reason, column, value) of a row that {@link mismatchSql} refuses. */
export function mismatchRefusalSql({ siren, siret, label }: SirenAndSiret): string {
  const message = `'« ' || c[${siret}] || ' » n’est pas un SIRET du SIREN « ' || c[${siren}] || ' » de la ligne'`;
  return `struct_pack(reason := struct_pack(code := 'siret-of-another-siren', message := ${message}),
    "column" := ${literal(label)}, value := c[${siret}])`;
}
