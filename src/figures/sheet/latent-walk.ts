import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {walkLengths} from "../curves/walk-lengths.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {player} from "../player.js";
import {redrawing} from "../redraw.js";
import {pictureRow} from "./picture-row.js";

export interface LatentWalkData {
  /** As many pictures on either way, from start to end. */
  readonly sphere: ByteImages;
  readonly straight: ByteImages;
  /** Of the latent vectors: on the sphere, then on the straight line. */
  readonly lengths: Float32Array;
  readonly usual: readonly [low: number, high: number];
}

/** Pictures of each way that are shown in a row. */
const inRow = 9;
const panelScale = 5;
/** Pixels of a picture's edge, as long as there are no pictures. */
const usualSide = 28;
const frameMs = 90;

/**
 * The way between two pictures over the sphere and the straight one: both as rows, and at one place, enlarged. Its value is the place.
 * Play goes there and back once; where motion is to be reduced it goes on by one place instead.
 */
export function latentWalk(): Figure<LatentWalkData, number> {
  const ways = {
    sphere: way("over the sphere"),
    straight: way("on the straight line"),
  };
  const walk = player({
    label: "Place on the way",
    nextLabel: "Next place",
    frameMs,
    route: (_, last) => thereAndBack(last),
    go: (place) => go(place),
  });
  const lengths = walkLengths({label: "lengths of the latent vectors on both ways"});
  const root = element(
    "div",
    {class: "fig fig-walk"},
    ways.sphere.row,
    ways.straight.row,
    element(
      "div",
      {class: "fig-walk-stage"},
      ways.sphere.panel,
      ways.straight.panel,
      element("div", {class: "fig-walk-plot"}, lengths),
    ),
    element("div", {class: "fig-replay-controls"}, walk.play, walk.label, walk.range),
  );
  let data: LatentWalkData | undefined;
  const last = () => (data?.sphere.shape[0] ?? 1) - 1;

  const redraw = redrawing(root, () => {
    if (!data) return;
    for (const name of ["sphere", "straight"] as const) ways[name].draw(data[name], self.value);
  });
  const show = () => {
    if (!data) return;
    const at = self.value;
    const count = last() + 1;
    const [sphere, straight] = [data.lengths.subarray(0, count), data.lengths.subarray(count)];
    ways.sphere.say(`over the sphere, length ${sphere[at]!.toFixed(1)}`);
    ways.straight.say(`on the straight line, length ${straight[at]!.toFixed(1)}`);
    walk.show(at, last(), `${at} of ${last()}`);
    lengths.update({sphere, straight, usual: data.usual, position: at});
    redraw();
  };
  const go = (place: number) => {
    self.value = place;
    show();
    tellInput(self);
  };

  const self = figure<LatentWalkData, number>(root, 0, (next) => {
    data = next;
    if (!walk.isPlaying()) self.value = Math.min(self.value, last());
    for (const name of ["sphere", "straight"] as const) ways[name].update(next[name]);
    show();
  });
  return self;
}

/** One way: its row of pictures, and the panel with the picture at one place. */
function way(name: string) {
  const row = pictureRow({
    label: `pictures ${name}`,
    role: "generated",
    scale: 2,
    empty: {count: inRow, side: usualSide},
  });
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const caption = element("figcaption", {}, name);
  return {
    row: element("div", {class: "fig-walk-row"}, element("p", {class: "fig-note"}, name), row),
    panel: element("figure", {class: "fig-walk-panel", "data-role": "generated"}, canvas, caption),
    say(words: string) {
      setText(caption, words);
    },
    update(images: ByteImages) {
      const places = rowPlaces(images.shape[0]);
      const captions = places.map(() => "");
      row.update({images: pick(images, places), captions, summary: `${places.length} pictures`});
    },
    draw(images: ByteImages, index: number) {
      const pixel = Math.max(1, Math.round(panelScale * devicePixelRatio));
      const [, h, w] = images.shape;
      const context = sizeCanvas(canvas, w * pixel, h * pixel, devicePixelRatio);
      drawPicture(context, pictureStrip(pick(images, [index])), h, 0, 0, 0, pixel);
    },
  };
}

function thereAndBack(last: number): number[] {
  const there = [...Array(last + 1).keys()];
  return [...there, ...there.toReversed()];
}

/** Evenly spaced places of `count`, the first and the last among them. */
function rowPlaces(count: number): number[] {
  return Array.from({length: inRow}, (_, i) => Math.round((i * (count - 1)) / (inRow - 1)));
}
