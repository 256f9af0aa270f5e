import { symlink } from "node:fs/promises";
import { resolve } from "node:path";
import { withCode } from "../../../src/lib/faults/faults.js";
import type { Fatal } from "../fatal.js";
import { fingerprint } from "../fingerprint.js";
import { type ScanOptions, scan, UNREAD } from "../scan.js";
import { copyPath } from "./copy.js";
import { startOf } from "./encoding.js";
import { type Compression, expand } from "./expand.js";
import type { Intake } from "./intake.js";

/** Finds the text of a file, out of its archive if it is one, which its content tells. */
export async function unpack(
  file: string,
  name: string,
  work: string,
  options: ScanOptions,
): Promise<Intake> {
  const compression = await compressionOf(file);
  const notices = nameNotices(name, compression);
  const taken = { compression, notices, encoding: "utf-8" } as const;
  if (!compression) {
    const path = notices.length > 0 ? await aside(file, name, work) : file;
    return { ...taken, path, scan: await scan(file, options) };
  }
  const print = await fingerprint(file);
  const path = copyPath(work, "expanded", name);
  const fatal = (await expand(file, compression, print.bytes, path)) ?? (await nested(path, name));
  const seen = fatal ? { ...UNREAD, fatal } : await scan(path, options);
  return { ...taken, path, scan: { ...seen, ...print } };
}

/** DuckDB expands what is named `.gz`: a text of that name is read under another one. */
async function aside(file: string, name: string, work: string): Promise<string> {
  const path = copyPath(work, "plain", name);
  await symlink(resolve(file), path);
  return path;
}

const GZIP = "\x1f\x8b";
const ZIP = "PK\x03\x04";
const EMPTY_ZIP = "PK\x05\x06";

async function compressionOf(file: string): Promise<Compression | null> {
  const start = (await startOf(file, 4)).toString("latin1");
  if (start.startsWith(GZIP)) return "gzip";
  return start === ZIP || start === EMPTY_ZIP ? "zip" : null;
}

function nameNotices(name: string, compression: Compression | null): string[] {
  const [, extension = ""] = /\.(gz|zip)$/i.exec(name) ?? [];
  const named = { gz: "gzip", zip: "zip" }[extension.toLowerCase()] ?? null;
  if (named === compression) return [];
  const text = compression
    ? `le contenu est une archive ${compression}, ce que le nom ne dit pas : il a été décompressé`
    : `le nom annonce une archive ${named}, le contenu n’est pas compressé : il a été lu tel quel`;
  return [withCode(text, "misnamed-archive")];
}

async function nested(path: string, name: string): Promise<Fatal | undefined> {
  if (!(await compressionOf(path))) return undefined;
  return {
    code: "compression-error",
    message: `${name} : l’archive contient une autre archive, un CSV est attendu`,
    remedy: "Redemander le fichier compressé une seule fois",
  };
}
