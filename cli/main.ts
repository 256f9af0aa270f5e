import { readFileSync } from "node:fs";
import { type Command, CommanderError } from "commander";
import { asVigieError } from "../loaders/systemError.js";
import { VigieError } from "../src/lib/error.js";
import { auditCommand } from "./commands/audit.js";
import { compareCommand } from "./commands/compare.js";
import { demoCommand } from "./commands/demo.js";
import { devCommand } from "./commands/dev.js";
import { diffCommand } from "./commands/diff.js";
import { explainCommand } from "./commands/explain.js";
import { ingestCommand } from "./commands/ingest.js";
import { journalCommand } from "./commands/journal.js";
import { listCommand } from "./commands/list.js";
import { logitCommand } from "./commands/logit.js";
import { newCommand } from "./commands/new.js";
import { notebookCommand } from "./commands/notebook.js";
import { protectCommand } from "./commands/protect.js";
import { recalibrateCommand } from "./commands/recalibrate.js";
import { rejectsCommand } from "./commands/rejects.js";
import { reportCommand } from "./commands/report.js";
import { rulesCommand } from "./commands/rules.js";
import { runCommand } from "./commands/run.js";
import { runsCommand } from "./commands/runs.js";
import { siteCommand } from "./commands/site.js";
import { statusCommand } from "./commands/status.js";
import { evaluateCommand, featuresCommand, fitCommand, scoreCommand } from "./commands/steps.js";
import { createCommand, usageError } from "./program.js";
import { Terminal } from "./terminal.js";

const { version } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { version: string };

/** Runs one command line and returns the exit code: 0 done, 1 a check failed, 2 usage. */
export async function main(argv: readonly string[]): Promise<number> {
  const terminal = new Terminal(argv.includes("--json"));
  try {
    await program(terminal).parseAsync([...argv]);
    return 0;
  } catch (error) {
    terminal.fail();
    return explain(error, terminal);
  }
}

function program(terminal: Terminal): Command {
  const root = createCommand(
    "vigie",
    "Des extractions mensuelles aux instantanés, au modèle et au site de Signaux Faibles.",
    "vigie run",
  )
    .usage("<commande> [options]")
    .version(version, "-V, --version", "affiche la version");
  const commands = [
    demoCommand,
    ingestCommand,
    rejectsCommand,
    featuresCommand,
    fitCommand,
    evaluateCommand,
    recalibrateCommand,
    scoreCommand,
    listCommand,
    runCommand,
    runsCommand,
    logitCommand,
    protectCommand,
    compareCommand,
    rulesCommand,
    explainCommand,
    siteCommand,
    devCommand,
    statusCommand,
    diffCommand,
    journalCommand,
    auditCommand,
    reportCommand,
    notebookCommand,
    newCommand,
  ];
  for (const command of commands) root.addCommand(command(terminal));
  return root.helpCommand(false);
}

/** Says what is wrong in one paragraph; only a bug shows its stack. */
function explain(error: unknown, terminal: Terminal): number {
  const known = error instanceof CommanderError ? usageError(error) : asVigieError(error);
  if (known === undefined) return 0;
  if (!(known instanceof VigieError)) {
    const stack = known instanceof Error ? known.stack : String(known);
    terminal.err.write(`Anomalie de Vigie, à signaler avec ce qui suit :\n${stack}\n`);
    return 1;
  }
  terminal.err.write(`${known.paragraph}\n`);
  const { code, message, remedy, details } = known;
  terminal.document({ ...(details as object | undefined), error: { code, message, remedy } });
  return known.exitCode;
}
