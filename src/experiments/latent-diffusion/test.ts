import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {NdArray} from "../../lib/array.js";
import type {Params} from "../../lib/params.js";
import type {Setup} from "../../lib/training/setup.js";
import {latentDiffusion} from "./experiment.js";
import {makeLatentDiffusion} from "./setup.js";

const make = setupMaker(latentDiffusion, makeLatentDiffusion, {
  width: 32,
  latentSize: 4,
  codeSteps: 60,
  flowWidth: 32,
});
const asAtFirst = {sampler: "euler", steps: 4, hand: 1};
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 60);
});
afterAll(() => setup.dispose());

const drawn = (asking: Params = {}) => {
  setup.sample!({...asAtFirst, ...asking});
  return setup.snapshot();
};
/** The six pictures of one stop. */
const ofStop = ({data}: NdArray, stop: number) => data.slice(stop * 6 * 784, (stop + 1) * 6 * 784);

test("until the flow learns nothing moves, and its codes are those drawn without it", async () => {
  const {trail, noisy, clean, times} = await drawn();
  expect([...times!.data]).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(trail!.shape).toEqual([5, 200, 2]);
  expect(trail!.data.slice(0, 400)).toEqual(trail!.data.slice(-400));
  expect(noisy!.data).toEqual(clean!.data);
  const {scalars} = await setup.measure();
  expect(scalars.frechet).toBe(scalars.blindFrechet);
  expect(scalars.holes).toBe(scalars.blindHoles);
});

test("a snapshot has every stop, from the same noise to the pictures at the end", async () => {
  await trained(setup, 30);
  const {samples, noisy, clean, real, expected, trail} = await drawn();
  expect(real!.shape).toEqual([400, 2]);
  expect(samples!.shape).toEqual([6, 28, 28, 1]);
  expect(noisy!.shape).toEqual([30, 28, 28, 1]);
  expect(expected!.shape).toEqual([5, 6, 2]);
  expect(ofStop(noisy!, 4)).toEqual(samples!.data);
  expect(ofStop(clean!, 4)).toEqual(samples!.data);
  expect(ofStop(clean!, 0)).not.toEqual(ofStop(noisy!, 0));
  expect(expected!.data.slice(-12)).toEqual(trail!.data.slice(-400, -388));
  const other = await drawn({steps: 2, sampler: "ddpm"});
  expect(ofStop(other.noisy!, 0)).toEqual(ofStop(noisy!, 0));
  expect(ofStop((await drawn({hand: 2})).noisy!, 0)).not.toEqual(ofStop(noisy!, 0));
  expect(await drawn()).toEqual({
    samples,
    noisy,
    clean,
    real,
    expected,
    trail,
    times: expect.anything(),
  });
});

test("measures the same whatever is shown, and of what rests not anew", async () => {
  setup.sample!(asAtFirst);
  const before = await setup.measure();
  setup.sample!({...asAtFirst, steps: 1, hand: 9});
  expect(await setup.measure()).toEqual(before);
  await trained(setup, 5);
  const {scalars, floors} = await setup.measure();
  expect(scalars.blindFrechet).toBe(before.scalars.blindFrechet);
  expect(scalars.frechet).not.toBe(before.scalars.frechet);
  expect(floors.holes!.low).toBeLessThan(5);
  expect(floors.codedFrechet).toEqual(floors.frechet);
});
