import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {pictureStrip} from "../../figures/picture-canvas.js";
import {pictureCell} from "../../figures/picture-cell.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";
import {kinds, shownCount, side} from "./learned-from.js";

export interface CopiesData {
  /** [12, 14, 14, 1] each. */
  readonly made: ByteImages;
  readonly nearest: ByteImages;
  /** Places in `kinds`. */
  readonly kind: ArrayLike<number>;
  /** Whether the first ten are there more than once, so that copies of them get a sign of their own. */
  readonly isRepeated: boolean;
}

const words = {new: "new", copy: "copy", "copy of a repeated one": "copy ×"} as const;
/** Where the window is narrow, the style sheet shows them at three fifths of this. */
const scale = 5;

/** Made pictures, each above the nearest that was learned from, with a word for what it is. */
export function copiesSheet(label: string): Figure<CopiesData> {
  const items = Array.from({length: shownCount}, pairItem);
  const list = element("ol", {class: "fig-copies-list"}, ...items.map((item) => item.element));
  const root = element("div", {class: "fig fig-copies"}, list);
  const summarise = summarised(root, label);
  let data: CopiesData | undefined;
  const redraw = redrawing(root, () => {
    if (!data) return;
    const strips = {made: pictureStrip(data.made), nearest: pictureStrip(data.nearest)};
    for (const [i, item] of items.entries()) item.draw(strips, i);
  });
  return figure<CopiesData, undefined>(root, undefined, (next) => {
    data = next;
    for (const [i, item] of items.entries())
      item.say(next.kind[i] === 0 || next.isRepeated ? kinds[next.kind[i]!]! : "copy");
    summarise(copiesText(next.kind));
    redraw();
  });
}

/** "12 made pictures, 9 of them near-copies, 2 of these of a repeated picture". */
export function copiesText(kind: ArrayLike<number>): string {
  const all = Array.from(kind);
  const copies = all.filter((each) => each > 0).length;
  const repeated = all.filter((each) => kinds[each] === "copy of a repeated one").length;
  return `${all.length} made pictures, ${copies} of them near-copies, ${repeated} of these of the first ten`;
}

function pairItem() {
  const cells = {
    made: pictureCell(side, side, scale, {role: "generated", class: "fig-copies-picture"}),
    nearest: pictureCell(side, side, scale, {role: "real", class: "fig-copies-picture"}),
  };
  const said = element("span", {class: "fig-copies-word"}, " ");
  const made = element("li", {}, cells.made.element, cells.nearest.element, said);
  return {
    element: made,
    say(kind: (typeof kinds)[number]) {
      setText(said, words[kind]);
      made.toggleAttribute("data-copy", kind !== "new");
    },
    draw(strips: Readonly<Record<keyof typeof cells, HTMLCanvasElement>>, i: number) {
      cells.made.draw(strips.made, i);
      cells.nearest.draw(strips.nearest, i);
    },
  };
}
