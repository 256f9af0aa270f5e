import type { Page } from "playwright-core";

/**
 * An open page as one HTML file that needs nothing else: its styles within, its charts as they are
 * drawn, its fields as they are filled, folded parts that can be opened, no script. `foot` is added at
 * its end. Same page, same bytes.
 */
export async function staticPage(page: Page, foot: string): Promise<string> {
  const html = await page.evaluate(async (words) => {
    // What is folded is made when it is first opened.
    for (const folded of document.querySelectorAll<HTMLDetailsElement>("details.data")) {
      const opened = new Promise((done) => folded.addEventListener("toggle", done, { once: true }));
      folded.open = true;
      await opened;
      folded.open = false;
    }
    for (const field of document.querySelectorAll<HTMLInputElement>("input")) {
      field.setAttribute("value", field.value);
      field.toggleAttribute("checked", field.checked);
    }
    for (const option of document.querySelectorAll<HTMLOptionElement>("option")) {
      option.toggleAttribute("selected", option.selected);
    }
    for (const field of document.querySelectorAll("input, select, button")) {
      field.setAttribute("disabled", "");
    }
    const style = document.createElement("style");
    style.textContent = [...document.styleSheets]
      .map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\n"))
      .join("\n");
    const unneeded =
      "script, link, style, base, meta[http-equiv], #observablehq-sidebar, #observablehq-sidebar-toggle, #observablehq-sidebar-backdrop, #observablehq-toc, #observablehq-footer, .downloads, .lab-status";
    for (const node of document.querySelectorAll(unneeded)) {
      if (!node.closest("svg")) node.remove();
    }
    document.head.append(style);
    for (const link of document.querySelectorAll("main a[href]")) link.removeAttribute("href");
    const note = document.createElement("p");
    note.className = "archive-note";
    note.textContent = words;
    document.querySelector("main")?.append(note);
    return document.documentElement.outerHTML;
  }, foot);
  return `<!DOCTYPE html>\n${html}\n`;
}
