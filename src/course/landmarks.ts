/**
 * Places on a page that are found again after it was reloaded: a name for each element, made of what stays when cells run and figures
 * come. Outside of what is live an element has its number among its kind; inside, the way to it from its section.
 */

/** What is live, and by which attribute each is known. */
const liveKinds = ["experiment", "exercise", "recall", "prediction", "sheet-choice"] as const;
const live = liveKinds.map((kind) => `[data-${kind}]`).join();
const texts =
  "h1, h2, h3, h4, p, li, pre, figure, table, details, summary, .katex-block, span[id]:empty";

/** Levels below a live section at which elements count as places: more would be of figures, which are made anew. */
const deepest = 4;

/** Every place of a page by name, in the order of the page; of a section before those in it. */
export function landmarks(main: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  let count = 0;
  for (const element of main.querySelectorAll<HTMLElement>(`${live}, ${texts}`)) {
    if (element.matches(live)) addSection(found, element);
    else if (!element.closest(`${live}, .observablehq--block, noscript`))
      found.set(`text:${count++}`, element);
  }
  return found;
}

/** The live section that `element` is, or is in. */
export function liveSectionOf(element: HTMLElement): HTMLElement | undefined {
  return element.closest<HTMLElement>(live) ?? undefined;
}

function addSection(found: Map<string, HTMLElement>, section: HTMLElement): void {
  const kind = liveKinds.find((each) => section.hasAttribute(`data-${each}`));
  const name = `${kind}:${section.getAttribute(`data-${kind}`)}`;
  if (!found.has(name)) addBelow(found, name, section, deepest);
}

function addBelow(
  found: Map<string, HTMLElement>,
  name: string,
  element: HTMLElement,
  levels: number,
): void {
  found.set(name, element);
  if (levels === 0) return;
  for (const [i, child] of [...element.children].entries())
    if (child instanceof HTMLElement) addBelow(found, `${name}/${i}`, child, levels - 1);
}
