/** What depends on itself, the first again at the end; undefined when there is none. */
export function firstCircle(
  dependsOn: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(name);
    if (at !== -1) return [...path.slice(at), name];
    if (done.has(name)) return undefined;
    done.add(name);
    for (const next of dependsOn.get(name) ?? []) {
      const circle = visit(next, [...path, name]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const name of dependsOn.keys()) {
    const circle = visit(name, []);
    if (circle) return circle;
  }
  return undefined;
}
