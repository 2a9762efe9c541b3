import {afterEach, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {pathNamed} from "../../lib/models/flow/path.js";
import {conversion, convert} from "../../lib/models/flow/predictions.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {askedClass, askedFacts, askedText} from "./asked-class.js";
import {diffusionPlane} from "./experiment.js";
import {someOf} from "./flow-picture.setup.js";
import {detourOf} from "./flow-quality.setup.js";
import {makeDiffusionPlane} from "./setup.js";

beforeAll(startWasm);
const made: Setup[] = [];
afterEach(() => {
  for (const setup of made.splice(0)) setup.dispose();
});

const makeOne = setupMaker(diffusionPlane, makeDiffusionPlane);

async function make(given: Record<string, unknown> = {}): Promise<Setup> {
  const setup = await makeOne(given, {});
  made.push(setup);
  return setup;
}

const drawn = {sampler: "euler", samplingSteps: 20, eta: 0, asked: "1", guidance: 1};

type Arrays = Awaited<ReturnType<Setup["snapshot"]>>;
const shapesOf = (picture: Arrays) =>
  Object.fromEntries(Object.entries(picture).map(([name, {shape}]) => [name, shape]));
/** The points of stop `at`. */
const stopOf = ({trail}: Arrays, at: number) => [...trail!.data.slice(400 * at, 400 * (at + 1))];

test("a picture has the points at every stop, the field there, and the same when asked again", async () => {
  const setup = await make();
  const picture = await setup.snapshot();
  expect(shapesOf(picture)).toEqual({
    real: [300, 2],
    times: [21],
    trail: [21, 200, 2],
    expected: [21, 40, 2],
    nodes: [225, 2],
    field: [21, 225, 2],
    untold: [21, 0, 2],
  });
  for (const {data, shape} of Object.values(picture)) {
    expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
    expect(data.every(Number.isFinite)).toBe(true);
  }
  expect(await setup.snapshot()).toEqual(picture);
  expect(stopOf(picture, 20).slice(0, 80)).toEqual([...picture.expected!.data.slice(-80)]);
});

test("another sampler draws from the same noise at once; steps beyond 20 are shown in part", async () => {
  const setup = await make();
  await trained(setup, 30, new Random(2));
  const before = await setup.snapshot();
  setup.sample!({...drawn, sampler: "ddpm", samplingSteps: 100});
  const after = await setup.snapshot();
  expect(shapesOf(after)).toEqual(shapesOf(before));
  expect(stopOf(after, 0)).toEqual(stopOf(before, 0));
  expect(stopOf(after, 20)).not.toEqual(stopOf(before, 20));
  expect([...after.times!.data.slice(0, 3)]).toEqual([0, 0.05, 0.1].map(Math.fround));
  setup.sample!({...drawn, sampler: "heun", samplingSteps: 1});
  expect(shapesOf(await setup.snapshot()).trail).toEqual([2, 200, 2]);
});

test("arrows are Euler's: a step along them is the next stop", async () => {
  const setup = await make({path: "ddpm", prediction: "noise"});
  await trained(setup, 30, new Random(2));
  const {trail, times} = await setup.snapshot();
  const [t, to] = times!.data as unknown as [number, number];
  const start = Float32Array.from(stopOf(await setup.snapshot(), 0));
  const {denoiser} = setup.model.networks;
  expect(denoiser!.inputs.map(({shape}) => shape)).toEqual([
    [null, 2],
    [null, 8],
  ]);
  const features = tf.tensor2d(
    Array.from({length: 200 * 8}, (_, i) => ((i % 8) % 2 === 0 ? -1 : 1)), // of time 0
    [200, 8],
  );
  const said = denoiser!.predict([tf.tensor2d(start, [200, 2]), features]) as tf.Tensor;
  const change = conversion("noise", "velocity", pathNamed("ddpm"), t);
  const velocity = convert(start, said.dataSync<"float32">(), change);
  const next = trail!.data.slice(400, 800);
  for (let i = 0; i < 400; i++) expect(next[i]).toBeCloseTo(start[i]! + (to - t) * velocity[i]!, 3);
});

test("training brings the points to the data, and the loss does not go to 0", async () => {
  const setup = await make({points: "ring", width: 48});
  const before = await setup.measure();
  const {low, high} = before.floors.distance!;
  expect(low).toBeLessThan(high);
  await trained(setup, 300, new Random(2));
  const after = await setup.measure();
  expect(before.scalars.distance).toBeGreaterThan(0.6);
  expect(after.scalars.distance).toBeLessThan(before.scalars.distance! / 2);
  expect(after.floors).toEqual(before.floors);
});

test("a network that is told classes draws the one asked for, and shows its field beside the untold one", async () => {
  const setup = await make({points: "ring", told: "class", width: 48});
  await trained(setup, 300, new Random(2));
  const asked = (changes: Partial<typeof drawn>) => {
    setup.sample!({...drawn, ...changes});
    return setup.snapshot();
  };
  const shareOf = async (label: string, guidance: number) => {
    const {real, trail} = await asked({asked: label, guidance});
    const one = askedClass({points: "ring", told: "class", asked: label} as never)!;
    return askedFacts(one, real!.data as Float32Array, trail!.data.slice(-400) as Float32Array);
  };
  for (const label of ["1", "3"]) {
    expect((await shareOf(label, 1)).right).toBeGreaterThan(70);
    expect((await shareOf(label, 0)).right).toBeLessThan(50);
    expect((await shareOf(label, 3)).spread).toBeLessThan((await shareOf(label, 1)).spread);
  }
  const one = await asked({});
  expect(one.untold!.shape).toEqual([21, 225, 2]);
  expect(one.untold!.data).not.toEqual(one.field!.data);
  const without = await asked({guidance: 0});
  expect(without.field!.data).toEqual(one.untold!.data);
  const untold = await asked({asked: "nothing", guidance: 5});
  expect(untold.untold!.shape).toEqual([21, 0, 2]);
  expect(untold.trail).toEqual(without.trail);
});

test("words of a class asked for, if the network was told any", () => {
  const params = {points: "ring", told: "class", asked: "2"} as const;
  expect(askedClass({...params, told: "nothing"})).toBeUndefined();
  expect(askedClass({...params, asked: "nothing"})).toBeUndefined();
  const real = Float32Array.of(-1, 0, -1, 1, 1, 1, 1, 5);
  const generated = Float32Array.of(-1, 0.25, -1, 0.75, 1, 0.5, -1, 0.5);
  const {right, spread} = askedFacts(askedClass(params)!, real, generated);
  expect(right).toBe(75);
  expect(spread).toBeCloseTo(100 * (Math.sqrt(0.75 + 0.03125) / 0.5), 3);
  expect(askedText({right, spread})).toMatch(/^75 % of the generated .* 177 % as widely/);
});

test("a detour is what ways are longer than straight lines", () => {
  const stops = [
    [0, 0, 0, 0],
    [1, 0, 0, 1],
    [1, 1, 0, 2],
  ].map((x) => ({x: Float32Array.from(x)}));
  expect(detourOf(stops)).toBeCloseTo(100 * (4 / (Math.SQRT2 + 2) - 1), 4);
  expect(detourOf([stops[0]!, stops[2]!])).toBe(0);
});

test("of many stops 21 are shown, evenly chosen", () => {
  const stops = Array.from({length: 61}, (_, step) => ({
    step,
    t: step / 60,
    x: new Float32Array(2),
    clean: new Float32Array(2),
  }));
  expect(someOf(stops).map(({step}) => step)).toEqual(Array.from({length: 21}, (_, i) => 3 * i));
  expect(someOf(stops.slice(0, 3)).map(({step}) => step)).toEqual([0, 1, 2]);
});

test("pictures, measurements and probes leave no tensor behind, reflow or not", async () => {
  const start = tf.memory().numTensors;
  const setup = await make({reflowFrom: 2, width: 16, told: "class"});
  await trained(setup, 4, new Random(1));
  await setup.snapshot();
  const before = tf.memory().numTensors;
  await setup.snapshot();
  await setup.measure();
  tf.dispose(setup.probe("denoiser"));
  expect(tf.memory().numTensors).toBe(before);
  made.splice(0);
  setup.dispose();
  expect(tf.memory().numTensors).toBe(start);
});
