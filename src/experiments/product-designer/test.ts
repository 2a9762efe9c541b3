import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {choicesOf, clicksIn, withClick} from "./clicks.js";
import {clickSteps, mostClicks} from "./designer-params.js";
import {productDesigner} from "./experiment.js";
import {featureCount, featureNames, looks} from "./garment-features.js";
import {profileWords} from "./profile-figure.js";
import {makeProductDesigner} from "./setup.js";

const make = setupMaker(productDesigner, makeProductDesigner);
let boots: Setup;

beforeAll(async () => {
  await startWasm();
  boots = await make({clicks: 10});
});
afterAll(() => boots.dispose());

test("a made-up shopper is learned click by click, and gets more of what they like", async () => {
  const {scalars: before, floors} = await boots.measure();
  expect(before.wanted).toBeLessThanOrEqual(floors.wanted!.high);
  const first = await boots.snapshot();
  expect(first.rounds!.data).toEqual(Float32Array.of(0));
  expect(first.weights!.data.every((weight) => weight === 0)).toBe(true);
  await trained(boots, 10 * clickSteps + 20);
  const {rounds, weights, taken, offered} = await boots.snapshot();
  expect(rounds!.data).toEqual(Float32Array.of(10));
  const most = weights!.data.indexOf(Math.max(...(weights!.data as Float32Array)));
  expect(featureNames[most]).toBe("ankle boot");
  expect(taken!.data[0]).toBeGreaterThanOrEqual(0);
  expect(offered!.shape).toEqual([4, 28, 28, 1]);
  const {scalars: after} = await boots.measure();
  expect(after.wanted).toBeGreaterThan(2 * before.wanted!);
});

test("the reader's clicks count as soon as they are made, and are gone when they are erased", async () => {
  const mine = await make({shopper: "you", choices: "1"});
  expect((await mine.measure()).scalars.wanted).toBeUndefined();
  const weights = async () => [...(await mine.snapshot()).weights!.data];
  const one = await weights();
  mine.model.set("choices", "12");
  expect(mine.shows!("choices")).toBe(true);
  expect(await weights()).not.toEqual(one);
  mine.model.set("choices", "10?");
  expect(await weights(), "rounds without a choice").toEqual(one);
  mine.model.set("choices", "");
  expect(await weights()).toEqual(new Array(featureCount).fill(0));
  mine.dispose();
});

test("without a leash it goes further and varies less", async () => {
  const ends = await Promise.all(
    [0, 0.5].map(async (leash) => {
      const run = await trained(await make({leash, clicks: 4, batchSize: 24}), 60);
      const {scalars} = await run.measure();
      run.dispose();
      return scalars.variety!;
    }),
  );
  expect(ends[0]).toBeLessThan(ends[1]! / 1.5);
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await trained(await make({batchSize: 4, clicks: 0}), 1);
  await other.snapshot();
  tf.dispose(other.probe("generator"));
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a line of clicks is read round by round, and never grows too long", () => {
  expect(clicksIn("1042x")).toEqual([0, undefined, 3, 1, undefined]);
  expect(clicksIn("1".repeat(99))).toHaveLength(mostClicks);
  expect(withClick("12", 3)).toBe("124");
  expect(withClick("12", undefined)).toBe("120");
  expect(withClick("1".repeat(mostClicks), 0)).toHaveLength(mostClicks);
  const offers = [{features: [[1], [0]]}, {features: [[0], [1]]}];
  expect(choicesOf([undefined, 1], offers)).toEqual([{offered: [[0], [1]], chosen: 1}]);
});

test("a garment is as light as its cloth, and as wide and tall as its pixels reach", () => {
  const picture = new Uint8Array(784);
  expect(looks(picture)).toEqual([0, 0, 0]);
  for (let row = 0; row < 14; row++) picture.fill(204, row * 28 + 7, row * 28 + 14);
  const [light, wide, tall] = looks(picture);
  expect(light).toBeCloseTo(0.8);
  expect([wide, tall]).toEqual([0.25, 0.5]);
});

test("the profile says what is sure, and nothing else", () => {
  const [weights, spreads] = [
    new Float64Array(featureCount),
    new Float64Array(featureCount).fill(0.5),
  ];
  weights[1] = 2;
  weights[10] = -0.9;
  expect(profileWords(weights, spreads, 0, true)).toContain("knows nothing of you");
  expect(profileWords(weights, spreads, 9, false)).toMatch(/this shopper likes trousers\. /);
  weights[10] = -1.1;
  expect(profileWords(weights, spreads, 9, true)).toMatch(/likes trousers and avoids light\. /);
  expect(profileWords(weights, spreads.fill(9), 9, true)).toMatch(/nothing is sure of you/);
});
