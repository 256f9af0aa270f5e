/**
 * Partners whose agents use the service (§5.4 and the founding agreements); `autre` is the team
 * itself and bodies that joined later.
 */
export const SEGMENTS = ["bdf", "dge", "dgefp", "dgfip", "urssaf", "autre"] as const;
