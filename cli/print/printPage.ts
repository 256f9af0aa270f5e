import type { Browser } from "playwright-core";
import { VigieError } from "../../src/lib/error.js";
import { openLive } from "./openLive.js";
import { steadyPdf } from "./steadyPdf.js";

export interface PrintOptions {
  /** Where the site will be, which the links of the document give. */
  base: string;
  /** Address that serves it meanwhile: one that changes must not be in the document. */
  served: string;
  /** Path of the page under both. */
  path: string;
  /** In the foot of each page, before the page numbers. */
  foot: string;
  /** `YYYY-MM-DD`, the date that the document bears. */
  day: string;
}

/** Of what is printed to what is on screen: text of 11 points. */
const SCALE = 0.9;

/** A4 without its margins, in CSS pixels at that scale: charts are drawn for that width. */
const SHEET = { width: Math.floor(680 / SCALE), height: Math.floor(1000 / SCALE) };

const FOOT_STYLE =
  "font-size:8px;font-family:sans-serif;width:100%;margin:0 15mm;display:flex;justify-content:space-between;color:#333";

/**
 * Prints a page of a built site as a tagged A4 PDF with its outline and its page numbers.
 *
 * @throws VigieError `unfit-page` when the page does not exist or a cell of it fails.
 */
export async function printPage(browser: Browser, options: PrintOptions): Promise<Buffer> {
  const { base, served, path, foot, day } = options;
  const address = new URL(path, base).href;
  const context = await browser.newContext({
    locale: "fr-FR",
    colorScheme: "light",
    viewport: SHEET,
  });
  try {
    await context.route(
      () => true,
      async (route) => {
        const asked = route.request().url();
        if (!asked.startsWith(base)) return route.abort();
        const url = new URL(asked.slice(base.length), served).href;
        return route.fulfill({ response: await route.fetch({ url }) });
      },
    );
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.emulateMedia({ media: "print" });
    const response = await openLive(page, address);
    if (!response?.ok()) throw unfit(address, "la page n’existe pas dans ce site");
    const failed = await page.locator(".observablehq--error").allTextContents();
    if (errors.length + failed.length > 0) throw unfit(address, [...errors, ...failed].join(" ; "));
    const pdf = await page.pdf({
      format: "A4",
      scale: SCALE,
      margin: { top: "15mm", bottom: "18mm", left: "15mm", right: "15mm" },
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: `<div style="${FOOT_STYLE}"><span>${foot}</span><span>page <span class="pageNumber"></span> sur <span class="totalPages"></span></span></div>`,
    });
    return steadyPdf(pdf, day);
  } finally {
    await context.close();
  }
}

function unfit(address: string, why: string): VigieError {
  return new VigieError(
    "unfit-page",
    `${address} ne peut pas être imprimée : ${why}`,
    "Reconstruisez le site avec « npx vigie site », puis relancez.",
  );
}
