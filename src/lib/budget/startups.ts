const NAMES: Readonly<Record<string, string>> = {
  "signaux-faibles": "Signaux Faibles",
  "place-des-entreprises": "Place des Entreprises",
  "pre-incubation": "Pré-incubation",
};

/** Name of a startup of the budget from its code; an unknown one comes back as it is. */
export function startupName(code: string): string {
  return NAMES[code] ?? code;
}
