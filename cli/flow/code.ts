import { build } from "esbuild";

/**
 * Source files each entry module is made of: itself, all that it imports from this repository, and
 * the lockfile, which stands for every library. Dynamic imports count.
 */
export async function sourcesOf(
  entries: readonly string[],
  root: string,
): Promise<Map<string, string[]>> {
  const { metafile } = await build({
    entryPoints: [...entries],
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: ".",
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  const sources = new Map<string, string[]>();
  for (const entry of entries) {
    const seen = new Set<string>();
    const queue = [entry];
    for (let file = queue.pop(); file; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const { path, external } of metafile.inputs[file]?.imports ?? []) {
        if (!external) queue.push(path);
      }
    }
    sources.set(entry, [...[...seen].sort(), "package-lock.json"]);
  }
  return sources;
}
