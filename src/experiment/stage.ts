import {element} from "../controls/element.js";

/** What a reader needs at once. Each part can be found by its `data-part`: `picture`, `run`, `time` and `dials`. */
export interface StageParts {
  readonly picture: HTMLElement;
  readonly run: readonly HTMLElement[];
  readonly time: HTMLElement;
  readonly dials: HTMLElement;
  /** What belongs to the picture and need not be in sight with it. */
  readonly below: readonly HTMLElement[];
}

/** A picture taller than this share of the window would leave no room for what drives it: it doesn't stay in sight. */
const tallest = 0.62;

/** From this width on the run bar stands above the picture, in rem: as in experiment.css. */
const wideRem = 50;

/** The picture with what drives it, in one window. Where it is narrow the picture stays in sight while the dials pass below it. */
export function stage({picture, run, time, dials, below}: StageParts): HTMLElement {
  const shown = element("div", {class: "stage-picture", "data-part": "picture"}, picture);
  const head = element("div", {class: "run-head", "data-part": "run"}, ...run);
  const root = element(
    "div",
    {class: "stage"},
    shown,
    head,
    element("div", {class: "stage-time", "data-part": "time"}, time),
    element("div", {class: "stage-dials", "data-part": "dials"}, dials),
    element("div", {class: "stage-below"}, ...below),
  );
  const decide = () => {
    const stays = shown.offsetHeight < tallest * innerHeight;
    root.toggleAttribute("data-picture-stays", stays);
    root.style.setProperty("--stays", `${stays ? shown.offsetHeight : 0}px`);
  };
  const observer = new ResizeObserver(() => {
    putInOrder(root, head, shown);
    decide();
  });
  observer.observe(shown);
  observer.observe(root);
  whileOnPage(root, "resize", decide); // a window that changes its height alone changes no size in it
  return root;
}

/** The Tab key goes through what is seen in the order in which it is seen: `head` is above `shown` where it is wide, below it elsewhere. */
function putInOrder(root: HTMLElement, head: HTMLElement, shown: HTMLElement): void {
  const isWide = root.offsetWidth >= wideRem * remPx();
  if (isWide === (head.nextElementSibling === shown)) return;
  const focused = head.contains(document.activeElement) ? document.activeElement : undefined;
  if (isWide) shown.before(head);
  else shown.after(head);
  if (focused instanceof HTMLElement) focused.focus({preventScroll: true}); // a part that is moved loses it
}

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Calls `work` on each `type` of the window's until `root`, once on the page, has left it. */
function whileOnPage(root: HTMLElement, type: string, work: () => void): void {
  let wasConnected = false;
  const listen = () => {
    if (wasConnected && !root.isConnected) return removeEventListener(type, listen);
    wasConnected ||= root.isConnected;
    work();
  };
  addEventListener(type, listen);
}
