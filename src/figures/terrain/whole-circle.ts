/** All that is seen around, in a strip from south over north to south, with a frame about the view; pressed or dragged it turns the view. */
import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {closing, type Standpoint} from "../../lib/worlds/panorama.js";
import {listenToStroke} from "../stroke.js";
import {dayOf, paintPanorama} from "./panorama-canvas.js";
import type {LitGround} from "./panorama-shades.js";

const lens = {circle: 720, columns: 720, first: 360, rows: 72, horizon: 44} as const;

export const turned = (degrees: number) => ((degrees % 360) + 360) % 360;

export function wholeCircle(fieldDegrees: number, turnTo: (degrees: number) => void) {
  const canvas = element("canvas", {
    ...{class: "terrain-circle", role: "img", width: lens.columns, height: lens.rows},
    "aria-label": "The whole circle, from south over west, north and east to south",
  });
  const frame = element("div", {class: "terrain-frame"});
  const seam = element("p", {class: "terrain-words"});
  const turn = ({x}: {readonly x: number}) => turnTo(turned(180 + 360 * x));
  listenToStroke(canvas, {press: turn, drag: turn});
  let shown: {readonly ground: LitGround; readonly key: string} | undefined;
  return {
    element: element("div", {class: "terrain-around"}, canvas, frame),
    /** Compares the place where the circle closes with all others. */
    seam,
    turn(heading: number) {
      frame.style.left = `${(100 * turned(heading - 180 - fieldDegrees / 2)) / 360}%`;
    },
    show(ground: LitGround, {x, y, eye}: Standpoint) {
      const key = JSON.stringify([x, y, eye, dayOf(canvas)]);
      if (shown?.ground === ground && shown.key === key) return;
      shown = {ground, key};
      const {pixels} = paintPanorama(canvas, ground, {x, y, eye}, lens);
      setText(seam, seamWords(closing(pixels, lens.columns)));
    },
  };
}

function seamWords({seam, inside, most}: ReturnType<typeof closing>): string {
  return `The circle closes in the south. Two neighbouring columns of pixels differ by ${seam.toFixed(1)} of 255 there; elsewhere by ${inside.toFixed(1)} on average, by ${most.toFixed(1)} at most.`;
}
