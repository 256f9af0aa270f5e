import type { IndicatorId } from "../indicators.js";
import { indicatorOf } from "../labels.js";

/** Why the explorer, or one of its tables, could not be loaded. */
export type LoadFault = "unfit-browser" | "out-of-memory" | "unreachable" | "missing-file";

const MESSAGES: Readonly<Record<LoadFault, string>> = {
  "unfit-browser":
    "Ce navigateur ne sait pas faire tourner l’explorateur : il lui faut WebAssembly et ses exceptions (Chrome 95, Firefox 113, Safari 16.4 ou plus récent). Les mêmes données se téléchargent sur la page « Données ».",
  "out-of-memory":
    "La mémoire manque pour charger l’explorateur. Fermez d’autres onglets, puis réessayez ; les mêmes données se téléchargent sur la page « Données ».",
  unreachable: "Le chargement s’est interrompu. Vérifiez votre connexion, puis réessayez.",
  "missing-file":
    "Les fichiers publiés ne sont pas sur ce site : l’explorateur ne marche que sur le site public.",
};

/** Thrown by what loads; its message is for the reader. */
export class LoadError extends Error {
  constructor(
    readonly fault: LoadFault,
    indicator?: IndicatorId,
  ) {
    const missing =
      indicator && `« ${indicatorOf(indicator).label} » n’a pas de fichier publié sur ce site.`;
    super(missing ?? MESSAGES[fault]);
  }
}

/** What an error of the network, of WebAssembly or of our own means. */
export function loadErrorOf(error: unknown): LoadError {
  if (error instanceof LoadError) return error;
  const words = error instanceof Error ? error.message : String(error);
  const isMemory = error instanceof RangeError || /memory/i.test(words);
  return new LoadError(isMemory ? "out-of-memory" : "unreachable");
}
