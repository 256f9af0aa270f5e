import { VigieError } from "../../src/lib/error.js";

const CAUSES: readonly { sign: RegExp; what: string; remedy: string }[] = [
  {
    sign: /ENOSPC|No space left|disk is full/i,
    what: "le disque est plein",
    remedy: "Libérer de la place ou choisir un autre dossier avec --snapshots",
  },
  {
    sign: /EACCES|EPERM|EROFS|Permission denied|Read-only/i,
    what: "l’accès est refusé",
    remedy: "Vérifier les droits sur ce dossier ou en choisir un autre avec --snapshots",
  },
  {
    sign: /ENOENT.*mkdir/,
    what: "ce dossier ne peut pas être créé",
    remedy: "Choisir un autre dossier avec --snapshots",
  },
  {
    sign: /ENOTDIR|EEXIST/,
    what: "un fichier se trouve à la place d’un dossier",
    remedy: "Choisir un autre dossier avec --snapshots",
  },
];

/** The error of a person (rights, room) in place of the system's, others unchanged. */
export function asVigieError(error: unknown, folder: string): unknown {
  if (error instanceof VigieError || !(error instanceof Error)) return error;
  const { code = "", path = folder } = error as NodeJS.ErrnoException;
  const cause = CAUSES.find(({ sign }) => sign.test(`${code} ${error.message}`));
  return cause ? new VigieError("write-error", `${path} : ${cause.what}`, cause.remedy, 2) : error;
}
