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

/** The picture with what drives it, in one window. Where it is narrow the picture stays in sight while the dials pass below it. */
export function stage({picture, run, time, dials, below}: StageParts): HTMLElement {
  const shown = element("div", {class: "stage-picture", "data-part": "picture"}, picture);
  const root = element(
    "div",
    {class: "stage"},
    shown,
    element("div", {class: "run-head", "data-part": "run"}, ...run),
    element("div", {class: "stage-time", "data-part": "time"}, time),
    element("div", {class: "stage-dials", "data-part": "dials"}, dials),
    element("div", {class: "stage-below"}, ...below),
  );
  new ResizeObserver(() => {
    const stays = shown.offsetHeight < tallest * innerHeight;
    root.toggleAttribute("data-picture-stays", stays);
    root.style.setProperty("--stays", `${stays ? shown.offsetHeight : 0}px`);
  }).observe(shown);
  return root;
}
