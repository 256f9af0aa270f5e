import { withCode } from "../../src/lib/faults/faults.js";
import { intake, removeCopy } from "./intake/intake.js";
import { lookAlike } from "./lookAlike.js";
import type { Scan } from "./scan.js";

/** What is said of a file of a name that no partner uses: it is left unread, whatever it holds. */
export async function unknownFile(
  file: string,
  work: string,
): Promise<Pick<Scan, "sha256" | "bytes"> & { notices: string[] }> {
  const taken = await intake(file, work);
  const { sha256, bytes, header, fatal } = taken.scan;
  await removeCopy(taken, file);
  const like = fatal ? undefined : lookAlike(header);
  const text = like
    ? `nom de fichier inconnu : non lu ; l’en-tête est celui de « ${like.title} », le renommer ${like.fileName} pour qu’il soit lu`
    : "nom de fichier inconnu : non lu";
  return { sha256, bytes, notices: [withCode(text, "unknown-file")] };
}
