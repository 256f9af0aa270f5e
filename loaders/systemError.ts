import { VigieError } from "../src/lib/error.js";

const RIGHTS = "Vérifiez les droits sur ce chemin, ou choisissez-en un autre.";
const PATH = "Vérifiez le chemin donné, ou choisissez-en un autre.";

/** What a person can mend, by the sign it leaves in a message of Node, of DuckDB or of the system. */
const CAUSES: readonly { sign: RegExp; what: string; remedy: string }[] = [
  {
    sign: /ENOSPC|EDQUOT|No space left|disk is full/i,
    what: "le disque est plein",
    remedy: "Libérez de la place, ou choisissez un autre dossier : rien n’a été publié à moitié.",
  },
  { sign: /EACCES|EPERM|Permission denied/i, what: "l’accès est refusé", remedy: RIGHTS },
  { sign: /EROFS|Read-only/i, what: "le disque est en lecture seule", remedy: RIGHTS },
  {
    sign: /ENOENT.*mkdir/,
    what: "ce dossier ne peut pas être créé",
    remedy: PATH,
  },
  { sign: /ENOENT/, what: "ce fichier ou ce dossier n’existe pas", remedy: PATH },
  {
    sign: /ENOTDIR|EEXIST/,
    what: "un fichier se trouve à la place d’un dossier",
    remedy: PATH,
  },
  { sign: /EISDIR/, what: "c’est un dossier, un fichier est attendu", remedy: PATH },
  {
    sign: /EMFILE|Too many open files/i,
    what: "trop de fichiers sont ouverts",
    remedy: "Augmentez la limite (ulimit -n), puis relancez.",
  },
];

/**
 * The error of a person (rights, room, path) in place of the system's, with the path it is about;
 * others unchanged. `folder` names what was being written when the system does not say.
 */
export function asVigieError(error: unknown, folder?: string): unknown {
  if (error instanceof VigieError || !(error instanceof Error)) return error;
  const { code = "", path = folder } = error as NodeJS.ErrnoException;
  if (!path) return error;
  const cause = CAUSES.find(({ sign }) => sign.test(`${code} ${error.message}`));
  return cause ? new VigieError("write-error", `${path} : ${cause.what}`, cause.remedy, 2) : error;
}
