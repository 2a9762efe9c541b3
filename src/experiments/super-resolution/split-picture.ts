import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {cssColour, themeColour} from "../../figures/colour.js";
import {type Figure, figure, tellInput} from "../../figures/figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import {redrawing} from "../../figures/redraw.js";
import {listenToStroke} from "../../figures/stroke.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";

/** A square picture, and what it is called. */
export interface SplitSide {
  readonly image: ByteImages;
  readonly name: string;
  readonly role: Role;
}

/** Two pictures of the same thing. */
export interface SplitPictureData {
  readonly left: SplitSide;
  readonly right: SplitSide;
}

/** CSS pixels along its edge: the largest that there is room for. */
const edges = [384, 192] as const;

/**
 * Two pictures on one place, the left one up to a line and the right one from there on. The line is moved over the picture by mouse or
 * finger, and by the slider below, which has the keys. Its value is the share of the left one.
 */
export function splitPicture(label: string): Figure<SplitPictureData, number> {
  const canvas = element("canvas", {class: "fig-pixels fig-split-canvas", "aria-hidden": "true"});
  const heads = [splitHead(), splitHead()] as const;
  const id = uniqueId("fig-split");
  const range = element("input", {
    ...{type: "range", class: "fig-split-range", id, min: 0, max: 100, step: 1, value: 50},
    "aria-label": "the line between the two pictures",
  });
  const root = element(
    "div",
    {class: "fig fig-split"},
    element("div", {class: "fig-split-heads"}, heads[0].element, heads[1].element),
    canvas,
    range,
  );
  const summarise = summarised(root, label);
  let strips: readonly HTMLCanvasElement[] = [];
  let names: readonly string[] = [];

  const redraw = redrawing(root, (width) => {
    const edge = edges.find((each) => each <= width) ?? edges[1];
    const size = Math.round(edge * devicePixelRatio);
    const context = sizeCanvas(canvas, size, size, devicePixelRatio);
    root.style.setProperty("--split-edge", `${edge}px`);
    const line = Math.round(self.value * size);
    const bounds = [0, line, size];
    for (const [i, strip] of strips.entries()) {
      context.save();
      context.beginPath();
      context.rect(bounds[i]!, 0, bounds[i + 1]! - bounds[i]!, size);
      context.clip();
      drawPicture(context, strip, strip.height, 0, 0, 0, size / strip.height);
      context.restore();
    }
    context.fillStyle = cssColour(themeColour(root, "--accent"));
    context.fillRect(line - devicePixelRatio, 0, 2 * devicePixelRatio, size);
  });
  const say = () => {
    const share = Math.round(100 * self.value);
    range.setAttribute("aria-valuetext", `${share} % ${names[0]}, ${100 - share} % ${names[1]}`);
  };
  const move = (share: number) => {
    self.value = Math.max(0, Math.min(1, share));
    range.value = String(100 * self.value);
    say();
    redraw();
    tellInput(self);
  };
  range.addEventListener("input", (event) => {
    event.stopPropagation(); // the figure tells it itself
    move(Number(range.value) / 100);
  });
  listenToStroke(canvas, {press: ({x}) => move(x), drag: ({x}) => move(x)});

  const self = figure<SplitPictureData, number>(root, 0.5, ({left, right}) => {
    const sides = [left, right];
    strips = sides.map(({image}) => pictureStrip(image));
    names = sides.map(({name}) => name);
    for (const [i, head] of heads.entries()) head.say(sides[i]!);
    summarise(`${left.name} on the left, ${right.name} on the right`);
    say();
    redraw();
  });
  return self;
}

function splitHead() {
  const words = element("span", {});
  return {
    element: words,
    say({name, role}: SplitSide) {
      words.dataset.role = role;
      setText(words, name);
    },
  };
}
