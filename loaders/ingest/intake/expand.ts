import { createReadStream, createWriteStream } from "node:fs";
import { statfs } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Fatal } from "../fatal.js";
import { Refusal } from "./refusal.js";
import { openZip } from "./zip.js";

export type Compression = "gzip" | "zip";

/** Content this small is never a bomb, whatever its ratio. */
const HARMLESS = 64 << 20;

/** Our choice, between the 5 to 30 of administrative CSV and the 1032 that DEFLATE cannot exceed (zlib, technical details). */
const LARGEST_RATIO = 200;

/** Share of the free disk that one file may take. */
const DISK_SHARE = 0.5;

/**
 * Writes the content of an archive to `target`, in constant memory; `archived` is its size on disk.
 * Returns what is wrong with it: truncated, encrypted, of several files, or a decompression bomb.
 */
export async function expand(
  file: string,
  compression: Compression,
  archived: number,
  target: string,
): Promise<Fatal | undefined> {
  try {
    const { bavail, bsize } = await statfs(dirname(target));
    const limit = bavail * bsize * DISK_SHARE;
    const content = compression === "zip" ? await openZip(file) : gunzip(file);
    await pipeline(content, bounded(archived, limit), createWriteStream(target));
  } catch (error) {
    const refusal = refusalOf(error, compression);
    if (!refusal) throw error;
    return {
      code: refusal.fault,
      message: `${basename(file)} : ${refusal.message}`,
      remedy: "Redemander ou retransférer le fichier, un seul CSV par archive",
    };
  }
  return undefined;
}

function gunzip(file: string): Readable {
  const raw = createReadStream(file);
  const content = createGunzip();
  raw.on("error", (error) => content.destroy(error));
  return raw.pipe(content);
}

function bounded(archived: number, limit: number) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > HARMLESS && bytes > archived * LARGEST_RATIO)
        throw new Refusal(`le contenu dépasse ${LARGEST_RATIO} fois la taille de l’archive`);
      if (bytes > limit)
        throw new Refusal("le contenu dépasse la moitié de la place libre sur le disque");
      yield chunk;
    }
  };
}

function refusalOf(error: unknown, compression: Compression): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { code = "", syscall, message } = error as NodeJS.ErrnoException;
  if (code.startsWith("Z_")) return new Refusal(`archive ${compression} illisible ou tronquée`);
  return syscall || code ? undefined : new Refusal(`archive illisible (${message})`);
}
