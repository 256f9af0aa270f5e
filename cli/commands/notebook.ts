import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { Page } from "playwright-core";
import { makeFolder } from "../../loaders/folder.js";
import { closest } from "../../src/lib/closest.js";
import { VigieError } from "../../src/lib/error.js";
import { NOTEBOOK_QUESTIONS } from "../../src/lib/notebook/notebooks.js";
import {
  NOTEBOOK_TABLES,
  TABLE_INDEX,
  type TableIndex,
} from "../../src/lib/notebook/tableIndex.js";
import { createCommand } from "../program.js";
import { LOCAL_ADDRESS } from "../site/announce/address.js";
import type { Terminal } from "../terminal.js";

interface Options {
  param: string[];
  dist: string;
  out: string;
}

/** What a notebook shows once it has computed. */
const DECISION = ".decision";

export function notebookCommand(terminal: Terminal): Command {
  return createCommand(
    "notebook",
    "Archive un carnet du site des data scientists, avec ses paramètres, en HTML sans script et en PDF reproductible.",
    "vigie notebook secteur --param secteur=F --out archives",
  )
    .argument("<carnet>", `son nom : ${names().join(", ")}`)
    .option(
      "--param <nom=valeur>",
      "un paramètre, tel qu’il est dans l’adresse de la page ; plusieurs fois pour plusieurs",
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option("--dist <dossier>", "dossier des sites construits", "dist")
    .option("--out <dossier>", "dossier des archives", "archives")
    .action((name: string, options: Options) => archive(name, options, terminal));
}

const names = (): string[] => NOTEBOOK_QUESTIONS.map(({ path }) => path.split("/").at(-1)!);

async function archive(name: string, options: Options, terminal: Terminal): Promise<void> {
  if (!names().includes(name)) throw unknownNotebook(name);
  const parameters = options.param.map(parameterOf);
  const site = join(options.dist, "science");
  const index = indexOf(site);
  const { serveSite } = await import("../site/serve.js");
  const { launchChromium } = await import("../print/launchChromium.js");
  const { openServed } = await import("../print/openServed.js");
  const { PRINTED, printed } = await import("../print/printPage.js");
  const { staticPage } = await import("../print/staticPage.js");
  await makeFolder(options.out);
  const query = new URLSearchParams(parameters).toString();
  const said = parameters.map(([key, value]) => `${key}=${value}`);
  const foot = [
    `Carnet ${name}${said.length > 0 ? ` (${said.join(", ")})` : ""}`,
    `lot ${index.batch}`,
    `données ${index.hash}`,
    ...(index.fictitious ? ["données fictives"] : []),
  ].join(" · ");
  terminal.start(foot);
  const server = await serveSite(site, { port: 0 });
  try {
    const browser = await launchChromium();
    try {
      const page = {
        base: LOCAL_ADDRESS,
        served: server.address,
        path: `carnets/${name}${query ? `?${query}` : ""}`,
        until: DECISION,
      };
      const [pdf, html] = await openServed(browser, page, PRINTED, async (opened) => {
        for (const [key, value] of parameters) await checkParameter(opened, name, key, value);
        const document = await printed(opened, { foot, day: index.date });
        return [document, await staticPage(opened, foot)] as const;
      });
      const stem = [name, ...said.map(fileWords), `lot-${index.batch}`].join("-");
      const written = [];
      for (const [extension, content] of [
        ["pdf", pdf],
        ["html", html],
      ] as const) {
        const file = join(options.out, `${stem}.${extension}`);
        await writeFile(file, content);
        written.push({ file, sha256: createHash("sha256").update(content).digest("hex") });
      }
      terminal.succeed(`${foot} : ${written.map(({ file }) => file).join(", ")}`);
      terminal.document({
        notebook: name,
        parameters: Object.fromEntries(parameters),
        batch: index.batch,
        data: index.hash,
        written,
      });
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

const fileWords = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-");

function parameterOf(text: string): [string, string] {
  const [, name, value] = /^([\w-]+)=(.*)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new VigieError(
    "usage",
    `« ${text} » n’est pas un paramètre`,
    "Écrivez-le nom=valeur, par exemple --param secteur=F.",
    2,
  );
}

/** A parameter that the page does not know, or takes for another value, would make a false archive. */
async function checkParameter(page: Page, notebook: string, name: string, value: string) {
  const fields = await page
    .locator("[id^=champ-]")
    .evaluateAll((nodes) => nodes.map(({ id }) => id.replace("champ-", "")));
  if (!fields.includes(name)) {
    throw new VigieError(
      "unknown-parameter",
      `le carnet ${notebook} n’a pas de paramètre « ${name} »`,
      fields.length === 0
        ? "Il n’en a aucun."
        : `Vouliez-vous « ${closest(name, fields)} » ? Il a : ${fields.join(", ")}.`,
      2,
    );
  }
  const field = page.locator(`#champ-${name}`);
  const taken = await field.inputValue();
  if (taken === value) return;
  const options = await field
    .locator("option")
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLOptionElement).value));
  throw new VigieError(
    "unknown-value",
    `« ${value} » n’est pas une valeur de « ${name} » dans le carnet ${notebook}`,
    options.length === 0
      ? `Le champ a pris ${taken}.`
      : `Vouliez-vous « ${closest(value, options)} » ? Les valeurs sont : ${options.join(", ")}.`,
    2,
  );
}

function indexOf(site: string): TableIndex {
  const file = join(site, NOTEBOOK_TABLES, TABLE_INDEX);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as TableIndex;
  throw new VigieError(
    "no-site",
    `aucun carnet construit dans ${site}`,
    "Construisez-les avec « npx vigie site --audience science », ou donnez le dossier avec --dist.",
    2,
  );
}

function unknownNotebook(name: string): VigieError {
  return new VigieError(
    "unknown-notebook",
    `aucun carnet « ${name} »`,
    `Vouliez-vous « ${closest(name, names())} » ? Il y a : ${names().join(", ")}.`,
    2,
  );
}
