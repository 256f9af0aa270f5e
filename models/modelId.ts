/**
 * Identifier of a fitted model, the name of its folder in the registry: specification and batch,
 * marked when the batch was generated so that a demonstration never passes for a real model.
 */
export function modelId(spec: string, batch: string, fictitious: boolean): string {
  return `${spec}-${batch}${fictitious ? "-demo" : ""}`;
}
