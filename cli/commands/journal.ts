import type { Command } from "commander";
import type { Entry } from "../../loaders/history/entry.js";
import { brokenJournal, type Chain, readChain } from "../../loaders/history/journal.js";
import { verifySnapshots } from "../../loaders/history/verify.js";
import { VigieError } from "../../src/lib/error.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { type PlaceOptions, placesFrom, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions {
  batch?: string;
  verify: boolean;
  expect?: string;
}

/** Digits of a fingerprint that a person reads. */
const SHOWN = 12;

const EVENTS: Record<Entry["event"], string> = {
  ingest: "instantané publié",
  publish: "site publié",
};

export function journalCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "journal",
      "Dit ce qui a été publié, quand et à partir de quoi, et vérifie que rien n’a changé depuis.",
      "vigie journal --verify",
    ),
  )
    .option("--verify", "vérifie la chaîne des entrées et l’empreinte des instantanés", false)
    .option(
      "--expect <empreinte>",
      "avec --verify : empreinte d’une entrée notée ailleurs, que le journal doit contenir",
    )
    .action((options: Options) => journal(options, terminal));
}

async function journal(options: Options, terminal: Terminal): Promise<void> {
  const { journal: file, snapshots } = placesFrom(options);
  const chain = await readChain(file);
  if (options.verify || options.expect) return verify(options, file, snapshots, chain, terminal);
  const entries = chain.entries.filter(({ batch }) => !options.batch || batch === options.batch);
  if (entries.length === 0) terminal.say(`Aucune entrée dans ${file}.`);
  else show(entries, terminal);
  if (chain.torn > 0) terminal.say(tornLine(chain.torn));
  terminal.document({ journal: file, entries, torn: chain.torn, fault: chain.fault ?? null });
  if (chain.fault) throw brokenJournal(file, chain.fault);
}

function show(entries: readonly Entry[], terminal: Terminal): void {
  const rows = entries.map((entry) => [
    String(entry.seq),
    entry.time,
    EVENTS[entry.event],
    entry.audience ?? "",
    `${entry.batch}@${entry.snapshot}`,
    formatCount(Object.keys(entry.inputs).length, "fichier", "fichiers"),
    entry.hash.slice(0, SHOWN),
  ]);
  const head = ["n°", "heure (UTC)", "événement", "lecteurs", "instantané", "entrées", "empreinte"];
  terminal.table(head, rows, [0]);
  for (const { seq, accepted } of entries)
    for (const [id, reason] of Object.entries(accepted ?? {}))
      terminal.say(`n° ${seq} : alerte ${id} acceptée (${reason})`);
}

async function verify(
  { expect }: Options,
  file: string,
  snapshots: string,
  { entries, fault, torn }: Chain,
  terminal: Terminal,
): Promise<void> {
  if (torn > 0) terminal.say(tornLine(torn));
  if (fault) throw brokenJournal(file, fault);
  if (expect && !entries.some(({ hash }) => hash.startsWith(expect.toLowerCase())))
    throw new VigieError(
      "journal-broken",
      `${file} : aucune entrée n’a l’empreinte ${expect}`,
      "Le journal a été réécrit depuis que cette empreinte a été notée, ou ce n’est pas le même.",
    );
  const findings = await verifySnapshots(entries, snapshots);
  for (const { entry, message } of findings)
    terminal.say(`✗ ${entry === null ? "" : `entrée ${entry} : `}${message}`);
  const [first] = findings;
  if (first)
    throw new VigieError(
      "snapshot-changed",
      `${first.entry === null ? "" : `entrée ${first.entry} du journal : `}${first.message}`,
      `Relancez « vigie run --batch ${first.batch} » : les mêmes extractions redonnent le même instantané.`,
      1,
      { findings },
    );
  const head = entries.at(-1)?.hash;
  terminal.say(
    `✔ ${formatCount(entries.length, "entrée vérifiée", "entrées vérifiées")}, instantanés intacts${head ? ` ; empreinte de la dernière : ${head}` : ""}.`,
  );
  terminal.document({ journal: file, entries: entries.length, head: head ?? null, torn, findings });
}

const tornLine = (bytes: number): string =>
  `La dernière ligne, coupée par un arrêt brutal (${bytes} octets), n’est pas une entrée : la prochaine la remplacera.`;
