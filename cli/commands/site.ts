import { join } from "node:path";
import { type Command, Option } from "commander";
import { parsePerimeter } from "../../loaders/agents/perimeter.js";
import type { StepName } from "../../loaders/flow.js";
import { readEditor } from "../../src/data/editor.js";
import { readTable } from "../../src/data/tables.js";
import { RIGHTS, type Rights } from "../../src/lib/agents.js";
import type { BudgetTable } from "../../src/lib/budget/budgetTable.js";
import { VigieError } from "../../src/lib/error.js";
import { formatCount } from "../../src/lib/format/plural.js";
import { missingFacts } from "../../src/lib/site/editor.js";
import type { AgentSpace } from "../flow/places.js";
import { Flow } from "../flow/runner.js";
import {
  chooseBatch,
  type PlaceOptions,
  placesFrom,
  specName,
  wholeNumber,
  withPlaces,
} from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import { budgetDiscrepancies } from "../site/discrepancies.js";
import type { Terminal } from "../terminal.js";
import { DEFAULT_SPEC } from "./steps.js";

interface Options extends PlaceOptions {
  audience: "public" | "agents" | "science";
  perimeter?: string;
  rights?: Rights;
  batch?: string;
  serve: boolean;
  port: number;
}

/** The least that an entitled agent may read. */
const DEFAULT_RIGHTS: Rights = "B";

const STEPS: Record<Options["audience"], StepName[]> = {
  public: ["site"],
  agents: ["sheets", "agents"],
  science: ["workspace", "notebooks"],
};

export function siteCommand(terminal: Terminal): Command {
  return withPlaces(
    createCommand(
      "site",
      "Construit le site public à partir des tables publiées, celui des agents d’un territoire ou les carnets des data scientists, et le sert sur demande.",
      "vigie site --serve\n  vigie site --audience agents --perimeter 27 --rights B",
    ),
  )
    .addOption(
      new Option("--audience <nom>", "lecteurs du site")
        .choices(["public", "agents", "science"])
        .default("public"),
    )
    .option(
      "--perimeter <codes>",
      "territoire des agents : une région (27), des départements (75,92), un seul département (dep:27) ; France entière sinon",
    )
    .addOption(
      new Option(
        "--rights <niveau>",
        "droits des agents : A tout, B sans les montants de l’Urssaf ; B sinon",
      ).choices(Object.keys(RIGHTS)),
    )
    .option("--serve", "sert le site sur cette machine et affiche son adresse", false)
    .option("--port <n>", "port préféré ; le suivant libre est pris", wholeNumber(1), 3000)
    .action((options: Options) => site(options, terminal));
}

async function site(options: Options, terminal: Terminal): Promise<void> {
  const { audience } = options;
  const space = spaceOf(options);
  const places = placesFrom(options);
  const batch = chooseBatch(options.batch, places);
  const spec = specName(DEFAULT_SPEC);
  const flow = new Flow({ places, batch, spec, audience, ...(space ? { space } : {}) });
  const reports = await flow.run(STEPS[audience], { observer: observe(terminal) });
  const report = reports.at(-1)!;
  if (audience === "public") sayMissing(terminal);
  for (const discrepancy of budgetDiscrepancies(
    readTable<BudgetTable>("budget.json", join(places.tables, batch)),
  )) {
    terminal.say(discrepancy);
  }
  const directory = join(places.dist, audience);
  const scope = space && { perimeter: space.perimeter.key, rights: space.rights };
  const coverage = space ? `, ${space.perimeter.label}, ${RIGHTS[space.rights].label},` : "";
  if (!options.serve) {
    terminal.say(`Site du lot ${batch}${coverage} dans ${directory}.`);
    terminal.document({ batch, audience, directory, ...scope, ...report });
    return;
  }
  const { serveSite } = await import("../site/serve.js");
  const { address } = await serveSite(directory, { port: options.port });
  terminal.say(`Site du lot ${batch}${coverage} : ${address} (Ctrl+C pour arrêter)`);
  terminal.document({ batch, audience, directory, address, ...scope, ...report });
}

/** The law wants an editor, a director and a host named before the public comes in. */
function sayMissing(terminal: Terminal): void {
  const missing = missingFacts(readEditor());
  if (missing.length === 0) return;
  terminal.say(
    `Avant l’ouverture au public, complétez site.json (${formatCount(missing.length, "mention manque", "mentions manquent")}) : ${missing.join(" ; ")}.`,
  );
}

/** Perimeter and rights of a site of agents; the public site has none, and says so. */
function spaceOf({ audience, perimeter, rights }: Options): AgentSpace | undefined {
  if (audience === "agents") {
    return { perimeter: parsePerimeter(perimeter), rights: rights ?? DEFAULT_RIGHTS };
  }
  if (perimeter === undefined && rights === undefined) return undefined;
  throw new VigieError(
    "usage",
    "--perimeter et --rights ne valent que pour le site des agents",
    "Ajoutez --audience agents, ou retirez-les : le site public est le même pour tous.",
    2,
  );
}
