import {element} from "../../controls/element.js";
import {counted} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {
  clusterName,
  mostlyText,
  type Sorted,
  sizeOf,
  sortedSummary,
  sortedTable,
} from "../cluster-text.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

export interface ClusterSheetOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** Number of clusters, k. */
  readonly count: number;
}

export interface ClusterSheetData extends Sorted {
  /** Mean pictures of the clusters, [k, 28, 28, 1]. */
  readonly means: ByteImages;
  readonly revealed: boolean;
}

const side = 28;
const scale = 3;
/** On a phone four fit beside each other. */
const narrowScale = 2;
const narrowWidth = 480;

/** The mean picture of every cluster, with its size and, once revealed, its commonest label. Its value is the chosen cluster;
 * choosing it again chooses none. */
export function clusterSheet({
  label,
  classNames,
  count,
}: ClusterSheetOptions): Figure<ClusterSheetData, number | undefined> {
  const cards = Array.from({length: count}, (_, i) => clusterCard(i, () => choose(i)));
  const list = element("div", {class: "fig-cluster-cards", role: "group", "aria-label": label});
  list.append(...cards.map(({element}) => element));
  const root = element("div", {class: "fig fig-cluster-sheet"}, list);
  const summarise = summarised(root, label);
  let means: ByteImages | undefined;

  const redraw = redrawing(root, (width) => {
    const strip = means && pictureStrip(means);
    for (const card of cards) card.draw(strip, width < narrowWidth ? narrowScale : scale);
  });
  const choose = (cluster: number) => {
    self.value = self.value === cluster ? undefined : cluster;
    for (const [i, card] of cards.entries()) card.press(i === self.value);
    tellInput(self);
  };
  const self = figure<ClusterSheetData, number | undefined>(root, undefined, (next) => {
    if (next.means.shape[0] !== count)
      throw new RangeError(`invalid number of means: ${next.means.shape[0]} (${count})`);
    ({means} = next);
    const table = sortedTable(next, count, classNames.length);
    for (const [i, card] of cards.entries())
      card.say(
        counted(sizeOf(table, i), "picture"),
        next.revealed ? mostlyText(table, i, classNames) : "",
      );
    summarise(sortedSummary(table, classNames, next.revealed));
    redraw();
  });
  return self;
}

/** One cluster: a button with its mean picture. */
function clusterCard(index: number, onclick: () => void) {
  const cell = pictureCell(side, side, scale);
  const size = element("span", {class: "fig-cluster-size"});
  const mostly = element("span", {class: "fig-cluster-label real"});
  const name = element("b", {class: "judge"}, clusterName(index));
  const card = element(
    "button",
    {type: "button", class: "fig-cluster-card", "aria-pressed": "false", onclick},
    cell.element,
    element("span", {}, name, " ", size),
    mostly,
  );
  return {
    element: card,
    draw(strip: HTMLCanvasElement | undefined, at: number) {
      cell.draw(strip, index, at);
    },
    press(isPressed: boolean) {
      card.setAttribute("aria-pressed", String(isPressed));
    },
    say(pictures: string, label: string) {
      setText(size, pictures);
      setText(mostly, label);
    },
  };
}
