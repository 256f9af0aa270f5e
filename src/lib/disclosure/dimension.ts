import { VigieError } from "../error.js";

/** Name of the total of every dimension. */
export const TOTAL = "Total";

/** A dimension as declared: flat, or with the children of each of its groups. */
export interface DimensionSpec {
  name: string;
  tree?: Readonly<Record<string, readonly string[]>>;
}

/** A dimension: its categories, the total first, and the children of each (none for a leaf). */
export interface Dimension {
  name: string;
  labels: readonly string[];
  children: readonly (readonly number[])[];
}

/**
 * Nests the categories of a dimension under its total: groups of the tree, then the leaves met in the
 * data that no group holds. Labels keep the order of the tree, then that of `leaves`.
 * @throws VigieError `disclosure-tree` when a category has two parents, contains itself, or when a
 * group or the total is given as a leaf.
 */
export function buildDimension(
  { name, tree = {} }: DimensionSpec,
  leaves: readonly string[],
): Dimension {
  const parents = parentsOf(name, tree);
  for (const leaf of leaves) {
    if (leaf === TOTAL || tree[leaf]) throw badTree(name, leaf, "est un total : il est calculé");
  }
  const tops = [...Object.keys(tree), ...leaves].filter(
    (label) => label !== TOTAL && !parents.has(label),
  );
  const childrenOf = (label: string): readonly string[] =>
    label === TOTAL ? [...new Set([...(tree[TOTAL] ?? []), ...tops])] : (tree[label] ?? []);
  const labels: string[] = [];
  const visit = (label: string): void => {
    labels.push(label);
    for (const child of childrenOf(label)) visit(child);
  };
  visit(TOTAL);
  const lost = Object.keys(tree).find((label) => !labels.includes(label));
  if (lost !== undefined) throw badTree(name, lost, "est dans son propre sous-arbre");
  const position = new Map(labels.map((label, index) => [label, index]));
  const children = labels.map((label) => childrenOf(label).map((child) => position.get(child)!));
  return { name, labels, children };
}

function parentsOf(name: string, tree: NonNullable<DimensionSpec["tree"]>): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [parent, children] of Object.entries(tree)) {
    if (children.length === 0) throw badTree(name, parent, "est un groupe vide");
    for (const child of children) {
      if (child === TOTAL) throw badTree(name, TOTAL, "ne peut pas être dans un groupe");
      const other = parents.get(child);
      if (other !== undefined)
        throw badTree(name, child, `est à la fois dans « ${other} » et dans « ${parent} »`);
      parents.set(child, parent);
    }
  }
  return parents;
}

function badTree(dimension: string, label: string, problem: string): VigieError {
  return new VigieError(
    "disclosure-tree",
    `Dimension « ${dimension} » : « ${label} » ${problem}`,
    "Chaque modalité appartient à un seul groupe ; les données ne portent que les modalités les plus fines.",
    2,
  );
}
