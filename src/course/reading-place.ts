/**
 * Where a reader is on a page, and the way back there after a reload or with Back. Figures, editors and formulas come late and push what
 * stands below them, so a number of pixels from the top says little: a place is a few elements and how far below the window's edge they are.
 */
import {landmarks, liveSectionOf} from "./landmarks.js";

export interface ReadingPlace {
  /** The nearest to the window's edge first: the first that is there counts. */
  readonly anchors: readonly {readonly name: string; readonly top: number}[];
  /** What the reader has unfolded. */
  readonly unfolded: readonly string[];
}

/** How many elements a place is kept by: what is inside a figure may not come again. */
const anchorCount = 6;

/** Where the window is on the page now. */
export function placeOn(main: HTMLElement): ReadingPlace {
  const all = [...landmarks(main)];
  const passed = all
    .filter(([, element]) => isShown(element) && topOf(element) <= 1)
    .toSorted(([, a], [, b]) => topOf(b) - topOf(a));
  const last = firstOf(passed, ([, element]) => moves(element, main));
  const ahead = last[0] && !isText(last[0]) ? all.find(isBegun) : undefined;
  const anchors = new Map([ahead, ...last, passed.find(isText)].filter((one) => one !== undefined));
  const isUnfolded = ([, element]: Landmark) =>
    element instanceof HTMLDetailsElement && element.open;
  return {
    anchors: [...anchors].map(([name, element]) => ({name, top: topOf(element)})),
    unfolded: all.filter(isUnfolded).map(([name]) => name),
  };
}

/** The place that an address's anchor names, if it is of the text. */
export function placeOfAnchor(main: HTMLElement, id: string): ReadingPlace | undefined {
  const found = [...landmarks(main)].find(([, element]) => element.id === id);
  if (id === "" || !found) return undefined;
  const [name, element] = found;
  const {scrollMarginTop} = getComputedStyle(element);
  const {scrollPaddingTop} = getComputedStyle(document.documentElement);
  return {anchors: [{name, top: px(scrollMarginTop) + px(scrollPaddingTop)}], unfolded: []};
}

/** "24px" as a number; "auto" is none. */
function px(length: string): number {
  return Number.parseFloat(length) || 0;
}

type Landmark = readonly [name: string, element: HTMLElement];

function isText([name]: Landmark): boolean {
  return name.startsWith("text:");
}

/** Whether it is text in the upper half of the window: who sees it below a figure has begun to read it. The figure may have another
 * height when they come back. */
function isBegun(one: Landmark): boolean {
  const top = isText(one) && isShown(one[1]) ? topOf(one[1]) : 0;
  return top > 1 && top < innerHeight / 2;
}

/** The first few that are right; styles are asked of no more than needed. */
function firstOf(all: readonly Landmark[], isRight: (one: Landmark) => boolean): Landmark[] {
  const found: Landmark[] = [];
  for (const one of all) {
    if (found.length === anchorCount) break;
    if (isRight(one)) found.push(one);
  }
  return found;
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** Whether it moves with the page: what sticks to the window's edge is no place. */
function moves(element: HTMLElement, main: HTMLElement): boolean {
  for (let each: HTMLElement | null = element; each && each !== main; each = each.parentElement)
    if (getComputedStyle(each).position === "sticky") return false;
  return true;
}

/** How far the page is to be scrolled so that it is at `place` again; `undefined` when nothing of it is there. */
export function wayTo(main: HTMLElement, {anchors}: ReadingPlace): number | undefined {
  const there = landmarks(main);
  for (const {name, top} of anchors) {
    const element = there.get(name);
    if (element && isShown(element)) return Math.min(topOf(element) - top, wayPast(element));
  }
  return undefined;
}

/** How far it is to the end of the live section around `element`. A reader in it must not land below: there it would never come near, and
 * what has yet to come in it, an editor or a picture, would stay away. */
function wayPast(element: HTMLElement): number {
  const section = liveSectionOf(element);
  return section
    ? Math.floor(section.getBoundingClientRect().bottom) - 1
    : Number.POSITIVE_INFINITY;
}

/** Unfolds what is called so, and gives the names of what is not there yet. */
export function unfold(main: HTMLElement, names: readonly string[]): readonly string[] {
  const there = landmarks(main);
  return names.filter((name) => {
    const element = there.get(name);
    if (element instanceof HTMLDetailsElement) element.open = true;
    return element === undefined;
  });
}
