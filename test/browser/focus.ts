import type {Page} from "playwright";

/**
 * Walks the whole page with the Tab key. `unreached` are visible controls and links where the focus never came,
 * `invisible` those that looked the same with it as without.
 */
export async function brokenFocus(page: Page): Promise<{unreached: string[]; invisible: string[]}> {
  await page.evaluate(scrollThrough);
  await page.waitForLoadState("networkidle");
  const count = await page.evaluate(markStops);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let i = 0; i < 2 * count + 100; i += 10) {
    // Held down, it is told again and again, which takes half the time of as many presses.
    for (let turn = 0; turn < 10; turn++) await page.keyboard.down("Tab");
    await page.keyboard.up("Tab");
    if (await page.evaluate(isRound)) break;
  }
  return page.evaluate(results);
}

/** Lets the parts arrive that are fetched when they come near the window. */
async function scrollThrough(): Promise<void> {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({top: y, behavior: "instant"});
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  scrollTo({top: 0, behavior: "instant"});
}

/** Gives every element that the Tab key should reach a number, and keeps how it looks without focus. */
function markStops(): number {
  const selector =
    "a[href], button, input, select, textarea, summary, canvas[tabindex], [tabindex]:not([tabindex='-1'])";
  /** Of a group of radio buttons the Tab key reaches one: the checked one, or the first. */
  const stopOfGroup = (input: HTMLInputElement) => {
    if (input.type !== "radio") return input;
    const group = `input[type=radio][name="${CSS.escape(input.name)}"]`;
    return document.querySelector(`${group}:checked`) ?? document.querySelector(group);
  };
  const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    const seen = element.checkVisibility({visibilityProperty: true, opacityProperty: true});
    const grouped = element instanceof HTMLInputElement && element !== stopOfGroup(element);
    return seen && !grouped && element.tabIndex >= 0 && !element.matches(":disabled, [inert] *");
  });
  const look = (element: Element) => {
    const {
      outlineStyle,
      outlineWidth,
      boxShadow,
      borderColor,
      backgroundColor,
      textDecorationLine,
    } = getComputedStyle(element);
    const outline = outlineStyle === "none" || outlineWidth === "0px" ? "none" : outlineStyle;
    return [outline, boxShadow, borderColor, backgroundColor, textDecorationLine].join();
  };
  const looks = new Map(stops.map((element) => [element, look(element)]));
  const [reached, invisible] = [new Set<HTMLElement>(), new Set<HTMLElement>()];
  const walk = {looks, reached, invisible, isRound: false};
  document.addEventListener("focusin", ({target}) => {
    const element = target as HTMLElement;
    if (reached.has(element)) return;
    reached.add(element);
    walk.isRound = false;
    const around = element.closest("label, [data-focus]") ?? element;
    const changed =
      looks.get(element) !== look(element) || /auto|solid|dashed|double/.test(look(around));
    if (looks.has(element) && !changed) invisible.add(element);
  });
  document.addEventListener("focusout", ({relatedTarget}) => {
    walk.isRound ||= relatedTarget === null && reached.size > 0;
  });
  Object.assign(globalThis, {focusWalk: walk});
  return stops.length;
}

interface FocusWalk {
  readonly looks: Map<Element, string>;
  readonly reached: Set<Element>;
  readonly invisible: Set<Element>;
  readonly isRound: boolean;
}

/** Whether the focus has left the page at its end. */
function isRound(): boolean {
  return (globalThis as unknown as {focusWalk: FocusWalk}).focusWalk.isRound;
}

function results(): {unreached: string[]; invisible: string[]} {
  const {looks, reached, invisible} = (globalThis as unknown as {focusWalk: FocusWalk}).focusWalk;
  const name = (element: Element) => element.outerHTML.slice(0, 120);
  return {
    unreached: [...looks.keys()].filter((e) => e.isConnected && !reached.has(e)).map(name),
    invisible: [...invisible].map(name),
  };
}
