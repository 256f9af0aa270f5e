/** Priority of a criterion: « prioritaire », « recommandé », « modéré ». */
export type Priority = "P" | "R" | "M";

export interface Theme {
  name: string;
  /** Priority of each criterion, in the order of their numbers: `PR` is 1.1 then 1.2. */
  priorities: string;
}

/**
 * The nine themes and 78 criteria of the RGESN, version of May 2024 (Arcep and Arcom with ADEME,
 * DINUM, CNIL and Inria): numbers and priorities as published by the DINUM’s MiNumEco mission
 * (`DISIC/MiNumEco`, `_data/referentiel-ecoconception-v2.json`). The wording of the criteria stays
 * in the reference.
 */
export const THEMES: readonly Theme[] = [
  { name: "Stratégie", priorities: "PPRPPRMRPR" },
  { name: "Spécifications", priorities: "PPRPPRPPMP" },
  { name: "Architecture", priorities: "PRMPMMM" },
  { name: "Expérience et interface utilisateur", priorities: "PPRRMRMMMMMRPRR" },
  { name: "Contenus", priorities: "RRPPPMMR" },
  { name: "Frontend", priorities: "RRMRRMM" },
  { name: "Backend", priorities: "RRMP" },
  { name: "Hébergement", priorities: "PPPRRRRMRR" },
  { name: "Algorithmie", priorities: "PPPPPRP" },
];

/** Every criterion with its number (`6.1`), theme and priority. */
export const CRITERIA: readonly { id: string; theme: string; priority: Priority }[] =
  THEMES.flatMap(({ name, priorities }, theme) =>
    [...priorities].map((priority, index) => ({
      id: `${theme + 1}.${index + 1}`,
      theme: name,
      priority: priority as Priority,
    })),
  );
