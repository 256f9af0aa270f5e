import { existsSync } from "node:fs";
import { VigieError } from "../../src/lib/error.js";
import type { Spec } from "../../src/lib/fit/spec.js";
import { checkSpec } from "./checkSpec.js";

/** The specification exported as `spec` by `models/specs/<name>.ts`; a VigieError when there is none, or it cannot be fitted. */
export async function readSpec(name: string): Promise<Spec> {
  const file = new URL(`./${name}.ts`, import.meta.url);
  const module = existsSync(file) ? ((await import(file.href)) as { spec?: Spec }) : {};
  if (module.spec) {
    checkSpec(module.spec, `models/specs/${name}.ts`);
    return module.spec;
  }
  throw new VigieError(
    "no-spec",
    `models/specs/${name}.ts n’existe pas ou n’exporte pas « spec »`,
    "Donnez le nom d’une spécification de models/specs, par exemple --spec models/specs/defaut.ts.",
    2,
  );
}
