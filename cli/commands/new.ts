import type { Command } from "commander";
import { closest } from "../../src/lib/closest.js";
import { VigieError } from "../../src/lib/error.js";
import { ROOT } from "../flow/runner.js";
import { create } from "../new/create.js";
import { isKind, KIND_NAMES } from "../new/kinds.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options {
  dryRun?: boolean;
}

export function newCommand(terminal: Terminal): Command {
  return createCommand(
    "new",
    "Commence un carnet, une variable, une source ou un modèle : le code, son inscription et son test.",
    "vigie new feature variation_cotisations",
  )
    .argument("<genre>", `ce qu’il faut commencer : ${KIND_NAMES.join(", ")}`)
    .argument("<nom>", "son nom : mon_nom pour une variable ou une source, mon-nom sinon")
    .option("--dry-run", "dit ce qui serait écrit, sans rien écrire")
    .action((kind: string, name: string, options: Options) => start(kind, name, options, terminal));
}

async function start(
  kind: string,
  name: string,
  { dryRun = false }: Options,
  terminal: Terminal,
): Promise<void> {
  if (!isKind(kind)) throw unknownKind(kind);
  const created = await create(kind, name, { root: ROOT, dryRun });
  const { written, changed, next } = created;
  const [writes, changes] = dryRun ? ["à écrire", "à compléter"] : ["écrit", "complété"];
  for (const file of written) terminal.say(`${writes}  ${file}`);
  for (const file of changed) terminal.say(`${changes}  ${file}`);
  terminal.say(dryRun ? "\nRien n’a été écrit. Ensuite :" : "\nEnsuite :");
  for (const command of next) terminal.say(`  ${command}`);
  terminal.document({ ...created, dryRun });
}

function unknownKind(kind: string): VigieError {
  return new VigieError(
    "unknown-kind",
    `« ${kind} » ne se commence pas`,
    `Vouliez-vous dire « ${closest(kind, KIND_NAMES)} » ? Choisir parmi : ${KIND_NAMES.join(", ")}.`,
    2,
  );
}
