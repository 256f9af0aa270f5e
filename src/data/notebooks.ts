import { NOTEBOOK_QUESTIONS } from "../lib/notebook/notebooks.js";

/** Entries of the menu of data scientists. */
export const NOTEBOOKS = [
  { name: "Accueil des carnets", path: "/carnets/" },
  ...NOTEBOOK_QUESTIONS.map(({ name, path }) => ({ name, path })),
];
