import { VigieError } from "../src/lib/error.js";

/** System errors a person can mend, by errno name (POSIX). */
const CAUSES: Record<string, [what: string, remedy: string]> = {
  EACCES: [
    "l’accès est refusé",
    "Donnez-vous les droits sur ce chemin, ou choisissez-en un autre.",
  ],
  EPERM: [
    "l’opération n’est pas permise",
    "Donnez-vous les droits sur ce chemin, ou choisissez-en un autre.",
  ],
  EROFS: ["le disque est en lecture seule", "Choisissez un dossier sur un disque où écrire."],
  ENOSPC: [
    "le disque est plein",
    "Libérez de la place, puis relancez : rien n’a été publié à moitié.",
  ],
  EDQUOT: [
    "le quota de disque est atteint",
    "Libérez de la place, puis relancez : rien n’a été publié à moitié.",
  ],
  ENOENT: ["le fichier ou le dossier n’existe pas", "Vérifiez le chemin donné."],
  ENOTDIR: ["une partie du chemin n’est pas un dossier", "Vérifiez le chemin donné."],
  EISDIR: ["c’est un dossier, pas un fichier", "Vérifiez le chemin donné."],
  EEXIST: ["un fichier de ce nom existe déjà", "Déplacez-le, ou choisissez un autre chemin."],
  EMFILE: ["trop de fichiers sont ouverts", "Augmentez la limite (ulimit -n), puis relancez."],
};

/** A system error as a VigieError naming the path and the remedy; `undefined` when it is none. */
export function filesystemError(error: unknown): VigieError | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const cause = code ? CAUSES[code] : undefined;
  if (!cause || !path) return undefined;
  const [what, remedy] = cause;
  return new VigieError(`filesystem-${code!.toLowerCase()}`, `${path} : ${what}`, remedy, 2);
}
