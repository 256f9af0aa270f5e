/** Specifications that notebooks fit as they are, by name: `specs.json` of the workspace. */
export const STUDIED_SPECS = ["publie-2021"] as const;
