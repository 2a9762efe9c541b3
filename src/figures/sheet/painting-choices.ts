import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

export interface PaintingChoicesOptions {
  readonly label: string;
  /** What each target is: "0", "house". */
  readonly names: readonly string[];
}

export interface PaintingChoicesData {
  /** [n, 28, 28, 1], one for each name. */
  readonly targets: ByteImages;
  readonly paintings: ByteImages;
  /** Share of the task done, [n]. */
  readonly returns: readonly number[];
}

const side = 28;
const scale = 2;

/** Targets, each over what was made of it, to choose one from. Its value is the index of the chosen one. */
export function paintingChoices({
  label,
  names,
}: PaintingChoicesOptions): Figure<PaintingChoicesData, number> {
  const group = uniqueId("fig-painting");
  const items = names.map((name, i) => choice(name, group, i === 0));
  const list = element(
    "fieldset",
    {class: "fig-choices-list"},
    element("legend", {}, "Choose one to see it painted:"),
    ...items.map(({element}) => element),
  );
  const root = element("div", {class: "fig fig-choices"}, list);
  const summarise = summarised(root, label);
  let data: PaintingChoicesData | undefined;

  const redraw = redrawing(root, () => {
    if (!data) return;
    const [targets, paintings] = [pictureStrip(data.targets), pictureStrip(data.paintings)];
    for (const [i, item] of items.entries()) item.draw(targets, paintings, i);
  });
  root.addEventListener("change", () => {
    changeValue(
      self,
      items.findIndex(({input}) => input.checked),
    );
  });

  const self = figure<PaintingChoicesData, number>(root, 0, (next) => {
    for (const {shape} of [next.targets, next.paintings])
      if (`${shape}` !== `${[names.length, side, side, 1]}`)
        throw new RangeError(
          `invalid pictures: [${shape}] ([${names.length}, ${side}, ${side}, 1])`,
        );
    data = next;
    for (const [i, item] of items.entries()) item.say(next.returns[i]!);
    const mean = next.returns.reduce((sum, value) => sum + value, 0) / names.length;
    summarise(`${names.length} paintings, on average ${Math.round(100 * mean)} % of the task done`);
    redraw();
  });
  return self;
}

function choice(name: string, group: string, checked: boolean) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const done = element("span", {class: "fig-choice-done"});
  const input = element("input", {type: "radio", name: group, checked});
  const words = element("span", {class: "fig-choice-name"}, name);
  return {
    element: element("label", {class: "fig-choice"}, input, canvas, words, done),
    input,
    say(share: number) {
      setText(done, `${Math.round(100 * share)} %`.replace("-", "−"));
    },
    draw(targets: HTMLCanvasElement, paintings: HTMLCanvasElement, i: number) {
      const ratio = devicePixelRatio;
      const pixel = Math.max(1, Math.round(scale * ratio));
      const edge = side * pixel;
      const context = sizeCanvas(canvas, edge, 2 * edge, ratio);
      drawPicture(context, targets, side, i, 0, 0, pixel);
      drawPicture(context, paintings, side, i, 0, edge, pixel);
    },
  };
}
