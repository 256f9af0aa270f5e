import { loneCells } from "./loneCells.js";
import { type CellSummary, primaryReasons, type Reason, type Rules } from "./primary.js";
import { type ProtectionLevel, protectionLevel } from "./protectionLevel.js";
import { cellsOf, type Table } from "./table.js";

/** A cell sensitive by itself and the protection it asks for. */
interface Sensitive extends ProtectionLevel {
  cell: number;
}

/** A cell sensitive by itself, why, and what must stay possible for an attacker. */
export interface Primary extends Sensitive {
  reasons: readonly Reason[];
  /** Least width of what is deduced of the cell: one unit, or two values could not be told apart. */
  slide: number;
}

/** What must hold of a masked table: a range for one cell, others being known to the attacker. */
export interface Requirement extends Sensitive {
  slide: number;
  /** Cells the attacker knows besides the published ones. */
  known: readonly number[];
}

/**
 * A width of one unit would drown in rounding where the grand total passes 1e11 units: there, this
 * share of it, ten times what a simplex tells apart.
 */
const LEAST_WIDTH = 1e-11;

export interface PrimaryOptions {
  /** Half-width of the protection of a frequency cell, a share of its value (§4.2). */
  frequency: number;
  /** Smallest amount published, in the unit of the values. */
  unit?: number;
  /** Reasons the rules do not see. */
  also?: (cell: number) => Reason | undefined;
}

/** Every cell that breaks a rule, with its protection. */
export function primaryCells(
  table: Table,
  rules: Rules,
  { frequency, unit = 1, also }: PrimaryOptions,
): Primary[] {
  const primaries: Primary[] = [];
  const slide = Math.max(unit, LEAST_WIDTH * table.value[table.grandTotal]!);
  for (let cell = 0; cell < table.value.length; cell++) {
    const summary: CellSummary = {
      contributors: table.contributors[cell]!,
      value: table.value[cell]!,
      largest: table.largest[cell]!,
      second: table.second[cell]!,
    };
    const reasons = primaryReasons(summary, rules);
    const other = also?.(cell);
    if (other) reasons.push(other);
    if (reasons.length === 0) continue;
    const level = protectionLevel(
      reasons,
      summary,
      rules,
      { frequency, least: 0 },
      table.upper?.[cell],
    );
    primaries.push({ cell, reasons, ...level, slide });
  }
  return rules.nonZero ? withLoneCells(table, primaries, slide) : primaries;
}

/** Adds the cells that hold a whole line and those that leave a doubt, which may hold one unit. */
function withLoneCells(table: Table, primaries: readonly Primary[], slide: number): Primary[] {
  const found = new Map(primaries.map((primary) => [primary.cell, primary]));
  for (const { cell, doubt } of loneCells(table))
    for (const [hidden, upper] of [[cell, 0] as const, [doubt, slide] as const]) {
      const other = found.get(hidden);
      const base = other ?? { cell: hidden, reasons: [], lower: 0, upper: 0, slide };
      found.set(hidden, {
        ...base,
        reasons: [...new Set([...base.reasons, "nonZero" as const])],
        upper: Math.max(base.upper, upper),
      });
    }
  return [...found.values()].sort((a, b) => a.cell - b.cell);
}

/** What anyone must not find of the sensitive cells. */
export function outsiderRequirements(primaries: readonly Primary[]): Requirement[] {
  return primaries.map(({ cell, lower, upper, slide }) => ({
    ...{ cell, lower, upper, slide },
    known: [],
  }));
}

/**
 * What the only company of a cell must not find, knowing its own cells: the exact value of another
 * sensitive cell of companies of the same line (INSEE FAQ of 5 February 2014, pp. 8-9; τ-Argus SingleSingle and
 * SingleMultiple).
 */
export function insiderRequirements(table: Table, primaries: readonly Primary[]): Requirement[] {
  const sensitive = new Map(primaries.map((primary) => [primary.cell, primary]));
  const company = companies(table);
  const known = new Map<number, number[]>();
  for (const cell of sensitive.keys()) {
    if (table.contributors[cell] !== 1) continue;
    const own = known.get(company[cell]!) ?? [];
    known.set(company[cell]!, [...own, cell]);
  }
  const found = new Map<string, Requirement>();
  for (const equation of table.equations) {
    const exposed = cellsOf(equation).filter(
      (cell) => sensitive.has(cell) && table.contributors[cell]! > 0,
    );
    for (const insider of exposed) {
      if (table.contributors[insider] !== 1) continue;
      for (const cell of exposed) {
        if (company[cell] === company[insider]) continue;
        const { slide } = sensitive.get(cell)!;
        found.set(`${company[insider]} ${cell}`, {
          ...{ cell, lower: 0, upper: 0, slide },
          known: known.get(company[insider]!)!,
        });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.cell - b.cell || a.known[0]! - b.known[0]!);
}

/** Cells resting on one company, marked alike when it is the same: a total and the parts it is in. */
function companies(table: Table): Int32Array {
  const mark = Int32Array.from(table.value.keys());
  for (let changed = true; changed; ) {
    changed = false;
    for (const { total, parts } of table.equations) {
      if (table.contributors[total] !== 1) continue;
      const same = [total, ...parts.filter((part) => table.contributors[part] === 1)];
      const least = Math.min(...same.map((cell) => mark[cell]!));
      if (same.every((cell) => mark[cell] === least)) continue;
      for (const cell of same) mark[cell] = least;
      changed = true;
    }
  }
  return mark;
}
