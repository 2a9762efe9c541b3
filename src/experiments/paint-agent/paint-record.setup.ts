/** The record of paintings that a policy has made: see setup.ts. */
import type {ByteImages} from "../../lib/image.js";
import type {Episodes} from "../../lib/models/episodes.js";
import {actionCount, canvasSide} from "../../lib/strokes.js";
import type {PaintRecord} from "./experiment.js";

/** Of the policy before each stroke, as many of the most probable strokes are told. */
const likelyCount = 20;
const size = canvasSide * canvasSide;

/** The record of `episodes` on `targets`. */
export function paintRecord(targets: readonly Float32Array[], episodes: Episodes): PaintRecord {
  const count = targets.length;
  const strokes = episodes.actions.length / count;
  const rows = episodes.actions.length;
  const likely = new Uint32Array(rows * likelyCount);
  const chances = new Float32Array(rows * likelyCount);
  for (let row = 0; row < rows; row++) {
    const pi = episodes.probabilities!.subarray(row * actionCount, (row + 1) * actionCount);
    const top = mostProbable(pi);
    likely.set(top, row * likelyCount);
    chances.set(
      top.map((action) => pi[action]!),
      row * likelyCount,
    );
  }
  return {
    targets: pictures(targets),
    samples: pictures(episodes.paintings.map(({canvas}) => canvas)),
    actions: {data: Uint32Array.from(episodes.actions), shape: [count, strokes]},
    rewards: {data: episodes.rewards, shape: [count, strokes]},
    likely: {data: likely, shape: [count, strokes, likelyCount]},
    chances: {data: chances, shape: [count, strokes, likelyCount]},
  };
}

/** The actions with the largest probabilities, the largest first. */
function mostProbable(pi: Float32Array): number[] {
  const top: number[] = [];
  for (let action = 0; action < pi.length; action++) {
    if (top.length === likelyCount && !(pi[action]! > pi[top.at(-1)!]!)) continue;
    const place = top.findIndex((other) => pi[action]! > pi[other]!);
    top.splice(place < 0 ? top.length : place, 0, action);
    if (top.length > likelyCount) top.pop();
  }
  return top;
}

function pictures(values: readonly Float32Array[]): ByteImages {
  const data = new Uint8Array(values.length * size);
  for (const [i, picture] of values.entries())
    data.set(
      picture.map((value) => Math.round(255 * value)),
      i * size,
    );
  return {data, shape: [values.length, canvasSide, canvasSide, 1]};
}
