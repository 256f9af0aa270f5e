/** Alert levels, from the service's own wording; colour is never their only mark. */
export const LEVELS = {
  fort: { label: "risque fort", plural: "risques forts" },
  modere: { label: "risque modéré", plural: "risques modérés" },
  aucun: { label: "pas d’alerte", plural: "pas d’alerte" },
} as const;

export type Level = keyof typeof LEVELS;
