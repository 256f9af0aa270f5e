import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Refusal } from "./refusal.js";

/** More entries than this are not worth naming. */
const NAMED = 20;

/** Part that every Office document holds (ECMA-376, part 2: Open Packaging Conventions). */
const WORKBOOK = "[Content_Types].xml";

/** Bit 0 of the general purpose flag: the entry is encrypted (PKWARE APPNOTE 6.3.10, §4.4.4). */
const ENCRYPTED = 1;

/**
 * Content of the only file of a zip archive. Throws {@link Refusal} when it holds none or several,
 * when it is encrypted, when a name leaves its folder, or when it is damaged.
 */
export async function openZip(file: string): Promise<Readable> {
  const zip = await openArchive(file);
  try {
    const [entry] = await entriesOf(zip);
    return await contentOf(zip, entry!);
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openArchive(file: string): Promise<ZipFile> {
  return openPromise(file, { lazyEntries: true, autoClose: false }).catch(damaged);
}

function damaged(error: Error & { syscall?: string }): never {
  if (error.syscall || error instanceof Refusal) throw error;
  throw new Refusal(`archive zip illisible ou tronquée (${error.message})`);
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const files: Entry[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry: Entry) => {
      if (!entry.fileName.endsWith("/")) files.push(entry);
      if (files.length > NAMED) resolve();
      else zip.readEntry();
    });
    zip.readEntry();
  }).catch(damaged);
  if (files.length === 1) return files;
  if (files.some(({ fileName }) => fileName === WORKBOOK))
    throw new Refusal("le fichier est un classeur, pas un fichier de texte", "format-error");
  const names = files.slice(0, NAMED).map(({ fileName }) => `« ${fileName} »`);
  throw new Refusal(
    files.length === 0
      ? "archive zip vide, un fichier CSV est attendu"
      : `archive zip de plusieurs fichiers, un seul est attendu : ${names.join(", ")}`,
  );
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.generalPurposeBitFlag & ENCRYPTED)
    throw new Refusal("archive zip chiffrée, aucun mot de passe n’est prévu");
  const content = await zip.openReadStreamPromise(entry).catch(damaged);
  content.on("close", () => zip.close());
  return content;
}
