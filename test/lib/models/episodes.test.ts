import {afterAll, beforeAll, expect, test} from "vitest";
import {lineDrawing} from "../../../lib/datasets/line-drawings.js";
import {playEpisodes} from "../../../lib/models/episodes.js";
import {paintPolicy} from "../../../lib/models/paint-policy.js";
import {Painting} from "../../../lib/painting.js";
import {Random} from "../../../lib/random.js";
import {actionCount} from "../../../lib/strokes.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const targets = [lineDrawing("house"), lineDrawing("cross")];
const strokes = 5;
let policy: tf.Sequential;

beforeAll(async () => {
  await startWasm();
  policy = paintPolicy(4, new Random(1));
});
afterAll(() => policy.dispose());

const play = (temperature: number, seed = 1) =>
  playEpisodes(policy, targets, {strokes, temperature, isWatched: true}, new Random(seed));

test("an untrained policy holds every stroke as probable as any other, exactly", async () => {
  const {probabilities} = await play(1);
  expect(probabilities!.every((p) => Math.abs(p * actionCount - 1) < 1e-5)).toBe(true);
  expect(new Set(probabilities).size).toBe(1);
});

test("what is kept is what happened, stroke by stroke", async () => {
  const {observations, actions, rewards, errors, paintings} = await play(1);
  for (const [i, target] of targets.entries()) {
    const painting = new Painting(target);
    for (let t = 0; t < strokes; t++) {
      const row = i * strokes + t;
      const seen = observations.subarray(row * 1568, (row + 1) * 1568);
      for (let p = 0; p < 784; p += 13) {
        expect(seen[2 * p]).toBe(target[p]);
        expect(seen[2 * p + 1]).toBe(painting.canvas[p]);
      }
      expect(errors[row]).toBe(Math.fround(painting.error));
      expect(rewards[row]).toBe(Math.fround(painting.paint(actions[row]!)));
    }
    expect(paintings[i]!.canvas).toEqual(painting.canvas);
  }
});

test("the same seed paints the same, another seed something else", async () => {
  const once = await play(1);
  expect((await play(1)).actions).toEqual(once.actions);
  expect((await play(1, 2)).actions).not.toEqual(once.actions);
});

test("temperature 0 takes the most probable stroke, a low one mostly does", async () => {
  const score = policy.getLayer("score");
  const [kernel, bias] = score.getWeights();
  const tilted = tf.tensor1d([0, 0, 0, 0, 0, 0.9, 0, 0]);
  score.setWeights([kernel!, tilted]);
  const share = async (temperature: number) =>
    (await play(temperature)).actions.filter((action) => action % 8 === 5).length / 10;
  expect(await share(0)).toBe(1);
  expect(await share(0.1)).toBeGreaterThan(0.8);
  expect(await share(10)).toBeLessThan(0.6);
  score.setWeights([kernel!, bias!]);
  tilted.dispose();
});

test("a game leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  await play(1);
  expect(tf.memory().numTensors).toBe(before);
});
