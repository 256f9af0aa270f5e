import { VigieError } from "../error.js";

/**
 * What the entity that deploys the site must say of itself, and only it knows. Law 2004-575 of
 * 21 June 2004 (publisher, director of publication, host) and GDPR, art. 13 (contacts, processors).
 */
export const EDITOR_FIELDS = {
  editeur: "nom de l’entité éditrice",
  editeurAdresse: "adresse de l’éditeur",
  editeurTelephone: "téléphone de l’éditeur",
  directeur: "nom et fonction du directeur ou de la directrice de la publication",
  hebergeur: "nom de l’hébergeur",
  hebergeurAdresse: "adresse de l’hébergeur",
  hebergeurTelephone: "téléphone de l’hébergeur",
  contact: "adresse électronique du service, de la forme nom@domaine",
  contactDonnees:
    "adresse électronique (nom@domaine) de la personne déléguée à la protection des données",
  contactAccessibilite: "adresse électronique (nom@domaine) pour les problèmes d’accessibilité",
  sousTraitants: "sous-traitants qui traitent des données personnelles pour le site",
  conservationJournaux: "durée de conservation des journaux du serveur",
} as const;

export type EditorField = keyof typeof EDITOR_FIELDS;
export type Editor = Readonly<Record<EditorField, string | null>>;

const FIELDS = Object.keys(EDITOR_FIELDS) as EditorField[];

/**
 * Reads what an entity says of itself, from JSON text; a field not given is null.
 *
 * @throws VigieError `unusable-editor` naming the file and the field.
 */
export function parseEditor(text: string, file: string): Editor {
  const value = parseObject(text, file);
  for (const [name, one] of Object.entries(value)) {
    if (!(name in EDITOR_FIELDS)) throw unusable(file, `le champ « ${name} » est inconnu`);
    if (typeof one !== "string" || one.trim() === "") {
      throw unusable(file, `le champ « ${name} » n’est pas un texte`);
    }
  }
  return editorOf(value as Partial<Record<EditorField, string>>);
}

/** Who deploys a demonstration: nobody said. */
export const UNKNOWN_EDITOR: Editor = editorOf({});

/** What is left to say, in words. */
export function missingFacts(editor: Editor): string[] {
  return FIELDS.filter((field) => editor[field] === null).map((field) => EDITOR_FIELDS[field]);
}

function editorOf(known: Partial<Record<EditorField, string>>): Editor {
  return Object.fromEntries(FIELDS.map((field) => [field, known[field] ?? null])) as Editor;
}

function parseObject(text: string, file: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw unusable(file, "le contenu n’est pas un objet JSON");
}

function unusable(file: string, why: string): VigieError {
  return new VigieError(
    "unusable-editor",
    `${file} : ${why}`,
    `Les champs attendus, tous facultatifs, sont : ${FIELDS.join(", ")}.`,
    2,
  );
}
