import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import { listFiles } from "./files.js";
import { identifiersIn, LIBRARY } from "./identifiers.js";
import { isOpenData, openDataProblems } from "./openData.js";
import { type Page, pageProblems, readPage } from "./page.js";

/** Digits of a SIREN, the start of the SIRET of each establishment. */
const SIREN = 9;

/** Problems shown; the others are counted. */
const SHOWN = 20;

/**
 * Reads a built site as a visitor and as an attacker would: internal links and anchors lead
 * somewhere, assets exist, JSON parses and is not empty, nothing comes from another server, no
 * SIREN or SIRET is published but of the companies in `sirens`, by the content or the name of a
 * file, opened where it is compressed (files that are confidential as a whole are not read), each page has its language, its title and one `h1`.
 * Throws a VigieError that lists the problems.
 */
export async function checkSite(
  folder: string,
  sirens: readonly string[] = [],
  isConfidential: (file: string) => boolean = () => false,
): Promise<void> {
  const listed = new Set(sirens);
  const isListed = (identifier: string) => listed.has(identifier.slice(0, SIREN));
  const files = await listFiles(folder);
  const published = new Set(files);
  const pages = new Map<string, Page>();
  const problems: string[] = [];
  for (const file of files) {
    const bytes = await readFile(join(folder, file));
    if (bytes.length === 0) problems.push(`${file} : fichier vide`);
    problems.push(...strangers(file, listed).map((found) => `${file} : nommé ${found}`));
    if (!isText(file) || isConfidential(file)) continue;
    const text = bytes.toString("utf8");
    const found = identifiersIn(file, text).filter((one) => !isListed(one));
    problems.push(...found.map((one) => `${file} : identifiant ${one}`));
    if (file.endsWith(".json")) problems.push(...jsonProblems(file, text));
    if (file.endsWith(".css")) problems.push(...styleProblems(file, text));
    if (file.endsWith(".html")) pages.set(file, readPage(text));
  }
  const open = files.filter((file) => isOpenData(file) && !isConfidential(file));
  problems.push(...(await openDataProblems(folder, open, isListed)));
  if (pages.size === 0) problems.push("aucune page");
  for (const [file, page] of pages) problems.push(...pageProblems(file, page, pages, published));
  if (problems.length > 0) throw unfit(problems);
}

/** Identifiers in the path of a file, of companies that are not listed. */
function strangers(file: string, listed: ReadonlySet<string>): string[] {
  if (LIBRARY.test(file)) return [];
  const words = file.split(/[/.-]/).filter((word) => /^(\d{9}|\d{14})$/.test(word));
  return words.filter((word) => !listed.has(word.slice(0, SIREN)));
}

const isText = (file: string): boolean => /\.(html|js|json|css|csv|md|svg|txt|xml|map)$/.test(file);

function jsonProblems(file: string, text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    const filled = typeof value === "object" && value !== null && Object.keys(value).length > 0;
    return filled ? [] : [`${file} : JSON vide`];
  } catch {
    return [`${file} : JSON illisible ou incomplet`];
  }
}

/** Styles may only call what is published with them; Framework writes `data:` images in its own. */
function styleProblems(file: string, text: string): string[] {
  return [...text.matchAll(/(?:@import\s+|url\()\s*["']?((?:https?:)?\/\/[^"')\s]+)/g)].map(
    ([, address]) => `${file} : adresse extérieure ${address}`,
  );
}

function unfit(problems: string[]): VigieError {
  const shown = problems.slice(0, SHOWN);
  const rest = problems.length - shown.length;
  if (rest > 0) shown.push(`et ${rest} autre(s)`);
  return new VigieError(
    "unfit-site",
    `le site construit n’est pas publiable :\n- ${shown.join("\n- ")}\n`,
    "Corrigez les pages ou les tables nommées ; le site précédent est inchangé.",
    1,
    problems,
  );
}
