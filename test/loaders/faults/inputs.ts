import { LAYOUTS } from "../../../loaders/sources/layouts.js";

/** A small sound file, and where its columns of each kind are. */
export interface Input {
  fileName: string;
  delimiter: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Labels of: a required amount or date, an identifier, a required column, a value out of the key. */
  typed: { label: string; wrong: string };
  required: string;
  value: { label: string; other: string };
  /** A label written otherwise. */
  misspelt: { label: string; as: string };
}

/** Numbers that check Luhn's formula, so that a report finds nothing but the fault. */
export const SIRENS = ["111111118", "222222226", "333333334", "444444442"] as const;

const siret = (siren: string): string => `${siren}00014`;

const ratios = (siren: string, index: number): string[] =>
  LAYOUTS.ratios_inpi.header.map((label) => {
    if (label === "siren") return siren;
    if (label === "date_cloture_exercice") return "20251231";
    if (label === "type_bilan") return "C";
    return label === "confidentiality" ? "Public" : `${index}.5`;
  });

/** Three files of three dialects: lazy quotes and `;`, strict quotes and `,`, many columns. */
export const INPUTS: Readonly<Record<string, Input>> = {
  cotisation: {
    ...LAYOUTS.cotisation,
    rows: SIRENS.map((siren, i) => ["1", "14", siret(siren), `7${i}`, "202631", "1", "10", "20"]),
    typed: { label: "enc_direct", wrong: "n.c." },
    required: "Compte",
    value: { label: "cotis_due", other: "99" },
    misspelt: { label: "periode", as: "Période" },
  },
  apconso: {
    ...LAYOUTS.apconso,
    rows: SIRENS.map((siren, i) => [`d${i}`, siret(siren), "3.5", "214.0", "2.0", "2026-07-01"]),
    typed: { label: "MOIS", wrong: "29/02/2023" },
    required: "ETAB_SIRET",
    value: { label: "HEURES", other: "99" },
    misspelt: { label: "EFFECTIFS", as: " effectifs" },
  },
  ratios_inpi: {
    ...LAYOUTS.ratios_inpi,
    rows: SIRENS.map(ratios),
    typed: { label: "ebe", wrong: "1e300" },
    required: "date_cloture_exercice",
    value: { label: "ebit", other: "99" },
    misspelt: { label: "resultat_net", as: "Résultat_net" },
  },
};

/** The same file with a cell changed; rows are counted from 1. */
export function withCell(input: Input, line: number, label: string, cell: string): Input {
  const at = input.header.indexOf(label);
  const rows = input.rows.map((row, index) =>
    index === line - 1 ? row.map((old, column) => (column === at ? cell : old)) : row,
  );
  return { ...input, rows };
}

/** The same file with labels changed. */
export function withLabels(input: Input, change: (label: string) => string): Input {
  return { ...input, header: input.header.map(change) };
}

/** The same file without a column, or with one more. */
export function withoutColumn(input: Input, label: string): Input {
  const at = input.header.indexOf(label);
  const cut = (cells: readonly string[]) => cells.filter((_, index) => index !== at);
  return { ...input, header: cut(input.header), rows: input.rows.map(cut) };
}

export function withColumn(input: Input, label: string): Input {
  const rows = input.rows.map((row) => [...row, "x"]);
  return { ...input, header: [...input.header, label], rows };
}

/** Lines of the file, header first. */
export function linesOf({ header, rows, delimiter }: Input): string[] {
  return [header, ...rows].map((cells) => cells.join(delimiter));
}

/** The file as it is sent. */
export function textOf(input: Input): string {
  return `${linesOf(input).join("\n")}\n`;
}
