import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { makeFolder } from "../../loaders/folder.js";
import { VigieError } from "../../src/lib/error.js";
import {
  type ReportKind,
  type ReportPeriod,
  reportsOf,
} from "../../src/lib/reports/reportPeriods.js";
import type { BatchTable } from "../../src/lib/tables.js";
import { createCommand } from "../program.js";
import { siteAddress } from "../site/announce/address.js";
import type { Terminal } from "../terminal.js";

interface Options {
  kind?: ReportKind;
  period?: string;
  dist: string;
  out: string;
}

/** Digits of the hash that tells which data a document was made from. */
const HASH_DIGITS = 16;

export function reportCommand(terminal: Terminal): Command {
  return createCommand(
    "report",
    "Imprime les rapports annuels et trimestriels du site construit, en PDF balisés et reproductibles.",
    "vigie report --kind annuel --period 2025 --out rapports",
  )
    .addOption(
      new Option("--kind <genre>", "genre de rapport ; les deux sinon").choices([
        "annuel",
        "trimestriel",
      ]),
    )
    .option("--period <période>", "2025 ou 2026-T3 ; la dernière de chaque genre sinon")
    .option("--dist <dossier>", "dossier des sites construits", "dist")
    .option("--out <dossier>", "dossier des PDF", "rapports")
    .action((options: Options) => printReports(options, terminal));
}

async function printReports(options: Options, terminal: Terminal): Promise<void> {
  const site = join(options.dist, "public");
  const batch = await batchOf(site);
  const reports = chosen(reportsOf(batch.asOf), options);
  const { serveSite } = await import("../site/serve.js");
  const { launchChromium } = await import("../print/launchChromium.js");
  const { printPage } = await import("../print/printPage.js");
  await makeFolder(options.out);
  const server = await serveSite(site, { port: 0 });
  const written: { period: string; file: string; bytes: number; sha256: string }[] = [];
  try {
    const browser = await launchChromium();
    try {
      for (const { kind, period, path, title } of reports) {
        terminal.start(title);
        const pdf = await printPage(browser, {
          base: siteAddress(),
          served: server.address,
          path: path.slice(1),
          foot: `${title} · lot ${batch.batch} · données ${batch.snapshot.slice(0, HASH_DIGITS)}${batch.fictitious ? " · données fictives" : ""}`,
          day: batch.date,
        });
        const file = join(options.out, `rapport-${kind}-${period}-lot-${batch.batch}.pdf`);
        await writeFile(file, pdf);
        const sha256 = createHash("sha256").update(pdf).digest("hex");
        written.push({ period, file, bytes: pdf.length, sha256 });
        terminal.succeed(`${title} : ${file}`);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
  terminal.document({ batch: batch.batch, reports: written });
}

/** The batch that a site shows, from the table its pages read. */
async function batchOf(site: string): Promise<BatchTable> {
  const { listFiles } = await import("../site/files.js");
  const files = await listFiles(site).catch(() => []);
  const file = files.find((name) => /^_file\/data\/batch\.[0-9a-f]+\.json$/.test(name));
  if (file) return JSON.parse(await readFile(join(site, file), "utf8")) as BatchTable;
  throw new VigieError(
    "no-site",
    `aucun site dans ${site}`,
    "Construisez-le avec « npx vigie run », ou donnez son dossier avec --dist.",
    2,
  );
}

/** The reports asked for; without a period, the latest of each kind. */
function chosen(known: readonly ReportPeriod[], { kind, period }: Options): ReportPeriod[] {
  const kinds: ReportKind[] = kind ? [kind] : ["annuel", "trimestriel"];
  const found = period
    ? known.filter((report) => report.period === period && kinds.includes(report.kind))
    : kinds.flatMap((one) => known.find((report) => report.kind === one) ?? []);
  if (found.length > 0) return found;
  throw new VigieError(
    "unknown-report",
    `aucun rapport ${kind ?? ""} « ${period} » dans ce lot`.replace("  ", " "),
    `Choisissez parmi : ${known.map((report) => report.period).join(", ")}.`,
    2,
  );
}
