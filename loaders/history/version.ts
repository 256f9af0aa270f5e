import { existsSync } from "node:fs";
import { join } from "node:path";
import { isBatchKey } from "../../src/lib/batch.js";
import { VigieError } from "../../src/lib/error.js";
import { type Manifest, readManifest } from "../ingest/manifest.js";
import { printOf, versionFolder, versionsOf } from "../ingest/publish.js";

/** A snapshot named by a person. */
export interface Version {
  batch: string;
  print: string;
  folder: string;
  manifest: Manifest;
}

/**
 * The snapshot named `2610`, the published one, or `2610@<first digits of its fingerprint>`, any that
 * is still there. Throws `batch-key`, `snapshot-missing` or `version-missing` naming those there are.
 */
export async function findVersion(snapshots: string, name: string): Promise<Version> {
  const [batch = "", asked] = name.split("@");
  if (!isBatchKey(batch) || asked === "")
    throw new VigieError(
      "batch-key",
      `« ${name} » n’est ni un lot ni une version`,
      "Un lot s’écrit 2610, l’une de ses versions 2610@ suivi des premiers chiffres de son empreinte.",
      2,
    );
  const folder = asked ? await folderOf(snapshots, batch, asked) : join(snapshots, batch);
  const manifest = await readManifest(folder);
  return { batch, print: await printOf(folder), folder, manifest };
}

async function folderOf(snapshots: string, batch: string, asked: string): Promise<string> {
  const prints = await versionsOf(snapshots, batch);
  const found = prints.filter((print) => print.startsWith(asked));
  const [print] = found;
  if (print && found.length === 1 && existsSync(versionFolder(snapshots, batch, print)))
    return versionFolder(snapshots, batch, print);
  throw new VigieError(
    "version-missing",
    `${found.length > 1 ? "plusieurs versions" : "aucune version"} du lot ${batch} ${found.length > 1 ? "commencent" : "ne commence"} par « ${asked} »`,
    prints.length > 0
      ? `Versions présentes : ${prints.map((one) => `${batch}@${one}`).join(", ")}`
      : "Ce lot n’a pas d’instantané.",
    2,
  );
}
