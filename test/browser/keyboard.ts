import type { Page } from "playwright-core";

/** What a walk through a page with the Tab key alone met, elements by a short description. */
export interface KeyboardWalk {
  /** Number of stops. */
  stops: number;
  unseen: string[];
  unmarked: string[];
  /** Visible elements that take a click and were never reached. */
  missed: string[];
  /** Whether the walk came back out of the page: a trap keeps it for ever. */
  ended: boolean;
}

/** What takes the focus by itself. A radio button stands for its group. */
const INTERACTIVE =
  "a[href], button:enabled, input:enabled:not([type=hidden]):not([type=radio]), select:enabled, textarea:enabled, details > summary, [tabindex='0']";

interface Stop {
  name: string;
  isSeen: boolean;
  isMarked: boolean;
}

/** Presses Tab from the top of a page until the focus leaves it. */
export async function walkByKeyboard(page: Page): Promise<KeyboardWalk> {
  await page.evaluate(prepare, INTERACTIVE);
  const most = 50 + (await page.locator(INTERACTIVE).count());
  const stops: Stop[] = [];
  let ended = false;
  while (!ended && stops.length < most) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(describeStop);
    if (stop) stops.push(stop);
    else ended = true;
  }
  return {
    stops: stops.length,
    unseen: stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name),
    unmarked: stops.filter(({ isMarked }) => !isMarked).map(({ name }) => name),
    missed: await page.evaluate(neverReached),
    ended,
  };
}

/** Keeps, in the page, the look of each element before it is focused. Runs in the page. */
function prepare(interactive: string): void {
  const all = [...document.querySelectorAll(interactive)].filter(
    (element) => element.closest("[tabindex='-1']:not(main)") === null,
  );
  const looks = new Map(all.map((element) => [element, lookOf(element)]));
  Object.assign(globalThis, { walked: { looks, reached: new Set<Element>(), lookOf, nameOf } });

  function lookOf(element: Element): string {
    // The mark of a hidden box is on its label, that of a map on the drawing inside or beside.
    const around = [
      element,
      element.nextElementSibling,
      element.parentElement,
      ...element.children,
    ];
    return around
      .map((one) => {
        if (!one) return "";
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } =
          getComputedStyle(one);
        const outline = outlineStyle === "none" ? "" : [outlineStyle, outlineWidth, outlineColor];
        return [outline, boxShadow, stroke, strokeWidth].join(" ");
      })
      .join(" | ");
  }

  function nameOf(element: Element): string {
    const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `${element.localName}${element.id && `#${element.id}`} « ${label.trim().replaceAll(/\s+/g, " ").slice(0, 40)} »`;
  }
}

interface Walked {
  looks: Map<Element, string>;
  reached: Set<Element>;
  lookOf(element: Element): string;
  nameOf(element: Element): string;
}

/** The element that has the focus; nothing once it has left the page, or comes round. Runs in the page. */
function describeStop(): Stop | null {
  const { looks, reached, lookOf, nameOf } = (globalThis as unknown as { walked: Walked }).walked;
  const element = document.activeElement;
  if (!element || element === document.body || reached.has(element)) return null;
  reached.add(element);
  const box = element.getBoundingClientRect();
  const seen =
    box.width > 0 &&
    box.height > 0 &&
    box.bottom > 0 &&
    box.top < innerHeight &&
    box.right > 0 &&
    box.left < innerWidth;
  return {
    name: nameOf(element),
    isSeen: seen && element.checkVisibility({ visibilityProperty: true }),
    isMarked: lookOf(element) !== looks.get(element),
  };
}

/** Runs in the page. */
function neverReached(): string[] {
  const { looks, reached, nameOf } = (globalThis as unknown as { walked: Walked }).walked;
  return [...looks.keys()]
    .filter((element) => element.isConnected && !reached.has(element))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map(nameOf);
}
