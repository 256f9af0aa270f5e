import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import { TARGETS, type Targets } from "./dirtTargets.js";
import { WIDE } from "./edition.js";
import { Random } from "./random.js";
import type { Lines } from "./sheet.js";

export type Fault =
  | "ligne_tronquee"
  | "cellules_en_trop"
  | "date_impossible"
  | "texte_dans_un_montant"
  | "ligne_vide"
  | "compte_inconnu"
  | "siret_incorrect"
  | "code_hors_liste"
  | "date_fin_avec_heure";

const UNKNOWN_ACCOUNT = "999000000000000000";
const NOT_A_NUMBER = "n.c.";
/** A cell, quoted or not, up to the separator. */
const COMMA_CELL = /(?<=^|,)(?:"[^"]*")*[^,"]*/g;
const SEMICOLON_CELL = /(?<=^|;)(?:"[^"]*")*[^;"]*/g;

/**
 * Spoils a share of the lines. Which ones is decided by streams of their own: the other lines are
 * byte for byte those of clean files.
 */
export class Dirt {
  /** Faults made so far, by kind. */
  readonly counts: Partial<Record<Fault, number>> = {};
  private readonly streams = new Map<SourceName, Random>();

  constructor(
    private readonly seed: number,
    /** Share of lines, 0 to 1. */
    private readonly share: number,
  ) {}

  /** Lines with some spoiled or added; the text itself when nothing is to be spoiled. */
  soil(lines: Lines, columns: readonly string[]): Pick<Lines, "rows" | "text"> {
    if (this.share === 0) return lines;
    const random = this.streamOf(lines.source);
    const clean = new TextDecoder().decode(lines.text).split("\n");
    clean.pop();
    const soiled = clean.flatMap((line) =>
      random.chance(this.share) ? this.replace(line, lines.source, columns, random) : line,
    );
    const text = new TextEncoder().encode(`${soiled.join("\n")}\n`);
    return { rows: soiled.length, text };
  }

  /** What to write in place of a line: itself spoiled, or with one more. */
  private replace(
    line: string,
    source: SourceName,
    columns: readonly string[],
    random: Random,
  ): string[] {
    const { delimiter } = LAYOUTS[source];
    const fault = random.pick(faultsOf(source, columns));
    this.counts[fault] = (this.counts[fault] ?? 0) + 1;
    if (fault === "ligne_vide") return ["", line];
    const cells = cellsOf(line, delimiter, columns);
    const spoiled = spoil(fault, source, cells, columns).join(delimiter);
    return fault === "compte_inconnu" ? [line, spoiled] : [spoiled];
  }

  private streamOf(source: SourceName): Random {
    let random = this.streams.get(source);
    if (!random) {
      random = new Random(this.seed, "dirt", source);
      this.streams.set(source, random);
    }
    return random;
  }
}

function faultsOf(source: SourceName, columns: readonly string[]): Fault[] {
  const { date, amount, identifier, code, account } = TARGETS[source];
  const faults: Fault[] = ["ligne_tronquee", "cellules_en_trop", "ligne_vide"];
  if (date) faults.push("date_impossible");
  if (amount) faults.push("texte_dans_un_montant");
  if (identifier && columns.includes(identifier)) faults.push("siret_incorrect");
  if (code) faults.push("code_hors_liste");
  if (account) faults.push("compte_inconnu");
  if (source === "apdemande") faults.push("date_fin_avec_heure");
  return faults;
}

/** Cells of a line by column; the wide ones stay together, and quotes in place. */
function cellsOf(line: string, delimiter: string, columns: readonly string[]): string[] {
  const cells = line.match(delimiter === "," ? COMMA_CELL : SEMICOLON_CELL) ?? [];
  const wide = columns.indexOf(WIDE);
  if (wide < 0) return cells;
  const end = wide + 1 + cells.length - columns.length;
  return [...cells.slice(0, wide), cells.slice(wide, end).join(delimiter), ...cells.slice(end)];
}

function spoil(
  fault: Fault,
  source: SourceName,
  cells: string[],
  columns: readonly string[],
): string[] {
  const { date, amount, identifier, code, account } = TARGETS[source];
  const put = (column: string, value: string): string[] =>
    columns.includes(column) ? cells.with(columns.indexOf(column), value) : cells;
  switch (fault) {
    case "ligne_tronquee":
      return cells.slice(0, Math.ceil(cells.length / 3));
    case "cellules_en_trop":
      return [...cells, "", "x"];
    case "date_impossible":
      return put(...(date as [string, string]));
    case "texte_dans_un_montant":
      return put(amount!, NOT_A_NUMBER);
    case "siret_incorrect":
      return put(identifier!, shortened(cells[columns.indexOf(identifier!)]!));
    case "code_hors_liste":
      return put(...(code as [string, string]));
    case "compte_inconnu":
      return unknownAccount(cells, account!, columns);
    case "date_fin_avec_heure":
      return put("DATE_FIN", withTime(cells[columns.indexOf("DATE_FIN")]!));
    default:
      return cells;
  }
}

/** An account nobody knows; in the files that have one, its SIRET is empty. */
function unknownAccount(
  cells: string[],
  [account, siret]: NonNullable<Targets["account"]>,
  columns: readonly string[],
): string[] {
  return cells.map((cell, i) => {
    if (columns[i] === account) return UNKNOWN_ACCOUNT;
    return columns[i] === siret ? "" : cell;
  });
}

/** Loses the last digit, inside the quotes when there are some. */
const shortened = (identifier: string): string => identifier.replace(/\d("?)$/, "$1");

/** `2025-09-30` becomes `2025-09-30 00:00:00`, inside the quotes when there are some. */
const withTime = (date: string): string => date.replace(/(\d)("?)$/, "$1 00:00:00$2");
