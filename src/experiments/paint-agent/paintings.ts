/** The paintings in a picture of the run `paint-agent` (see its setup), one by one and as a sheet. */
import {element} from "../../controls/element.js";
import type {PaintReplayData} from "../../figures/paint/paint-replay.js";
import {drawPicture, pictureStrip} from "../../figures/picture-canvas.js";
import type {NdArray} from "../../lib/array.js";
import type {PaintRecord} from "./experiment.js";

const side = 28;
const columns = 8;
const scale = 4;

/** How painting `index` came about. */
export function replayOf(arrays: PaintRecord, index: number): PaintReplayData {
  return {
    target: Float32Array.from(part(arrays.targets, index), (byte) => byte / 255),
    actions: part(arrays.actions, index),
    rewards: part(arrays.rewards, index),
    likely: part(arrays.likely, index),
    chances: part(arrays.chances, index),
  };
}

/** The return of each painting: the sum of its rewards. */
export function returnsOf({rewards}: PaintRecord): number[] {
  return Array.from({length: rewards.shape[0]!}, (_, i) =>
    part(rewards, i).reduce((sum, reward) => sum + reward, 0),
  );
}

/** The values of item `index` along the first axis. */
function part({data, shape}: NdArray, index: number): number[] {
  const size = data.length / shape[0]!;
  return Array.from(data.subarray(index * size, (index + 1) * size));
}

/** Rows of targets, each over the row of their paintings. */
export function paintingsCanvas({targets, samples}: PaintRecord): HTMLCanvasElement {
  const count = samples.shape[0];
  const cell = side * scale + 4;
  const rows = 2 * Math.ceil(count / columns);
  const canvas = element("canvas", {width: columns * cell + 4, height: rows * cell + 4});
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#000";
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [offset, images] of [targets, samples].entries()) {
    const strip = pictureStrip(images);
    for (let i = 0; i < count; i++) {
      const row = 2 * Math.floor(i / columns) + offset;
      drawPicture(context, strip, side, i, 4 + (i % columns) * cell, 4 + row * cell, scale);
    }
  }
  return canvas;
}
