import {afterAll, beforeAll, expect, test} from "vitest";
import {train} from "../../../lib/training/train.js";
import {startRun} from "../../../tools/runs/start-run.js";
import {partValues, quotientOf} from "./score-words.js";

type Started = Awaited<ReturnType<typeof startRun>>;
let started: Started;

beforeAll(async () => {
  started = await startRun("inception-score", {maxSteps: 10, compared: 120});
  for await (const _ of train(started.run, {steps: 5}));
});
afterAll(() => started.setup.dispose());

const judged = async (fault: string, strength: number) => {
  started.setup.sample!({fault, strength});
  return started.setup.measure();
};

test("the score is kinds divided by doubt, and each is in its interval", async () => {
  const {scalars, arrays, floors} = await judged("blurs", 0.6);
  expect(scalars.kinds! / scalars.doubt!).toBeCloseTo(scalars.score!, 4);
  const values = partValues({step: 5, scalars, arrays, floors} as never);
  for (const {value, interval} of values) {
    expect(value).toBeGreaterThanOrEqual(interval.low);
    expect(value).toBeLessThanOrEqual(interval.high);
  }
});

test("missing classes lower the kinds alone, blur raises the doubt", async () => {
  const plain = await judged("none", 0);
  const drops = await judged("drops", 0.7);
  expect(drops.scalars.kinds!).toBeLessThan(plain.floors.kinds!.low);
  expect(drops.scalars.doubt!).toBeLessThan(plain.floors.doubt!.high + 0.05);
  expect((await judged("blurs", 1)).scalars.doubt!).toBeGreaterThan(plain.floors.doubt!.high);
});

test("one picture of each class again and again: ten pictures, and a score as good as any", async () => {
  const {scalars, floors} = await judged("repeats", 1);
  expect(scalars.score!).toBeGreaterThan(floors.score!.low);
  const {mean, answers} = await started.setup.snapshot();
  expect([...mean!.data].reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
  expect(answers!.shape).toEqual([10, 10]);
});

test("drawn pictures are others than real ones, and are drawn by the two", async () => {
  const first = async (fault: string, strength: number) => {
    started.setup.sample!({fault, strength});
    return Array.from((await started.setup.snapshot()).made!.data.subarray(0, 784));
  };
  const [real, gan, vae] = [await first("none", 1), await first("gan", 1), await first("vae", 1)];
  expect(gan).not.toEqual(real);
  expect(vae).not.toEqual(gan);
  expect(await first("gan", 0)).toEqual(real);
});

test("the formula is told with its numbers", async () => {
  const {scalars, floors} = await judged("none", 0);
  const words = quotientOf({step: 5, scalars, floors, arrays: {}} as never);
  expect(words).toContain("Score of 120 pictures");
  expect(words).toContain(`= ${scalars.score!.toFixed(2)}.`);
});
