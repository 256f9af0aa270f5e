import type { Browser, Page } from "playwright-core";
import { openServed, type ServedPage } from "./openServed.js";
import { steadyPdf } from "./steadyPdf.js";

export interface PrintOptions extends ServedPage {
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

/** What a page that is printed is opened with. */
export const PRINTED = { viewport: SHEET } as const;

/**
 * Prints a page of a built site as a tagged A4 PDF with its outline and its page numbers. Throws what
 * `openServed` throws.
 */
export function printPage(browser: Browser, options: PrintOptions): Promise<Buffer> {
  return openServed(browser, options, PRINTED, (page) => printed(page, options));
}

/** An open page as such a PDF. */
export async function printed(
  page: Page,
  { foot, day }: Pick<PrintOptions, "foot" | "day">,
): Promise<Buffer> {
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
}
