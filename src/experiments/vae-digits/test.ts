import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import type {NamedArrays, NdArray} from "../../lib/array.js";
import {planeHoles} from "../../lib/metrics/plane-holes.js";
import {normalShare} from "../../lib/normal.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {autoencoder} from "../autoencoder/experiment.js";
import {makeAutoencoder} from "../autoencoder/setup.js";
import {planePlaces} from "../shared/plane/plane-axes.setup.js";
import {vaeDigits} from "./experiment.js";
import {makeVaeDigits} from "./setup.js";

const small = {width: 64, averaging: 0.9};
const makers = {
  "vae-digits": setupMaker(vaeDigits, makeVaeDigits, small),
  autoencoder: setupMaker(autoencoder, makeAutoencoder, small),
} as const;
type Kind = keyof typeof makers;

const place = (...values: number[]) => ({
  place: {data: Float32Array.from(values), shape: [values.length]},
});

/** Mean difference of the first picture's pixels, in bytes. */
function difference(a: NdArray, b: NdArray): number {
  const values = Float64Array.from(a.data.subarray(0, 784), (v, i) => Math.abs(v - b.data[i]!));
  return values.reduce((sum, value) => sum + value, 0) / 784;
}

test("the plane's places are steps of equal share, from the top left", () => {
  const places = planePlaces();
  const at = (row: number, column: number) => [
    ...places.subarray(2 * (15 * row + column), 2 * (15 * row + column) + 2),
  ];
  expect(places).toHaveLength(450);
  const [x, y] = at(0, 0);
  expect(x).toBe(-y!);
  expect(normalShare(x!)).toBeCloseTo(0.5 / 15, 6);
  expect(normalShare(at(3, 14)[0]!)).toBeCloseTo(14.5 / 15, 6);
  expect(normalShare(at(3, 14)[1]!)).toBeCloseTo(11.5 / 15, 6);
  for (const value of at(7, 7)) expect(value).toBeCloseTo(0, 6);
});

describe.each(Object.keys(makers) as Kind[])("%s", (kind) => {
  let setup: Setup;
  beforeAll(async () => {
    await startWasm();
    setup = await trained(await makers[kind](), 60);
  });
  afterAll(() => setup.dispose());
  const ask = (question: string, inputs: NamedArrays) => setup.answers[question]!(inputs);

  test("a picture of the run has a plane, the places of 500 held-out pictures and ten drawings", async () => {
    const shown = await setup.snapshot();
    expect(shown.plane!.shape).toEqual([225, 28, 28, 1]);
    expect(new Set(shown.plane!.data).size).toBeGreaterThan(50);
    for (const name of ["codes", "spreads"]) expect(shown[name]!.shape).toEqual([500, 2]);
    expect([...shown.axes!.data]).toEqual([0, 1]);
    for (let k = 0; k < 10; k++)
      expect(shown.labels!.data.filter((label) => label === k)).toHaveLength(50);
    const isCloud = kind === "vae-digits";
    expect(shown.spreads!.data.every((value) => (isCloud ? value > 0 : value === 0))).toBe(true);
    expect(shown.pictures!.shape).toEqual([10, 28, 28, 1]);
    expect(shown.drawings!.shape).toEqual([10, 28, 28, 1]);
  });

  test("what is drawn at a place is the plane's picture there, with a training picture near it", async () => {
    const {plane} = await setup.snapshot();
    const places = planePlaces();
    for (const index of [0, 112, 201]) {
      const given = place(...places.subarray(2 * index, 2 * index + 2));
      const {picture, nearest, distance, label} = await ask("at", given);
      expect(picture!.data).toEqual(plane!.data.slice(784 * index, 784 * (index + 1)));
      expect(nearest!.shape).toEqual([1, 28, 28, 1]);
      expect(distance!.data[0]).toBeGreaterThan(0);
      expect(distance!.data[0]).toBeLessThan(0.5);
      expect(label!.data[0]).toBeLessThan(10);
    }
    await expect(ask("at", place(1))).rejects.toThrow("invalid place: 1 numbers (2)");
    await expect(ask("at", {})).rejects.toThrow("missing input: place");
  });

  test("a drawn picture is straightened, coded and drawn again", async () => {
    const {pictures, codes, drawings} = await setup.snapshot();
    const own = Float32Array.from(pictures!.data.slice(0, 784), (byte) => byte / 127.5 - 1);
    const given = {picture: {data: own, shape: [1, 28, 28, 1]}};
    const {code, spread, seen, drawn} = await ask("code", given);
    // It was straight already, and straightening it once more moves little.
    expect(difference(seen!, pictures!)).toBeLessThan(6);
    expect(Math.abs(code!.data[0]! - codes!.data[0]!)).toBeLessThan(0.5);
    expect(spread!.shape).toEqual([2]);
    expect(difference(drawn!, drawings!)).toBeLessThan(12);
    const bad = {picture: {data: own, shape: [1, 27, 28, 1]}};
    await expect(ask("code", bad)).rejects.toThrow("invalid picture: 784 values");
  });

  test("measures what is recognised against real pictures, and what is drawn against the mean picture", async () => {
    const {scalars, floors} = await setup.measure();
    expect(scalars.samples).toBe(512);
    expect(floors.holes!.low).toBeGreaterThan(0);
    expect(floors.holes!.high).toBeLessThan(10);
    expect(scalars.holes).toBeGreaterThan(floors.holes!.high);
    if (kind === "autoencoder") expect(scalars.heldOut).toBeLessThan(floors.heldOut!.low);
    else {
      // An untrained one is at −545, the mean picture at about −197.
      expect(scalars.heldOutElbo).toBeGreaterThan(1.2 * floors.heldOutElbo!.low);
      expect(floors.heldOutElbo!.low).toBeGreaterThan(-205);
      expect(floors.heldOutElbo!.high).toBeLessThan(-190);
    }
    // So early the codes lie close together. Half of the pictures are shown, so their gaps are nearly those of all.
    expect(floors.gaps!.high).toBeCloseTo(5.77, 2);
    expect(scalars.gaps).toBeGreaterThan(floors.gaps!.high);
    const {codes, spreads} = await setup.snapshot();
    const shown = planeHoles(codes!.data, spreads!.data, 15).holes;
    expect(Math.abs(scalars.gaps! - shown)).toBeLessThan(25);
    expect((await setup.measure()).scalars).toEqual(scalars);
  });

  test("nothing asked leaves a tensor behind, nor does the setup", async () => {
    const before = tf.memory().numTensors;
    const other = await makers[kind]();
    await other.snapshot();
    await other.measure();
    await other.answers.at!(place(0.3, -1));
    for (const network of ["encoder", "decoder"]) tf.dispose(other.probe(network));
    tf.dispose(other.batches.next());
    other.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test("a missing file is named", async () => {
    await expect(makers[kind]({}, {files: {}})).rejects.toThrow(/missing file: digits-train/);
  });
});

describe("vae-digits", () => {
  beforeAll(startWasm);

  test("of more than two latent numbers the plane spans the two that tell most", async () => {
    const setup = await trained(await makers["vae-digits"]({latentSize: 5}), 40);
    const {axes} = await setup.snapshot();
    const [first, second] = axes!.data;
    expect(first).toBeLessThan(second!);
    const {arrays, scalars, floors} = await setup.measure();
    expect(arrays.klOf!.shape).toEqual([5]);
    const nats = Array.from(arrays.klOf!.data, Number);
    expect(nats.reduce((sum, kl) => sum + kl, 0)).toBeCloseTo(scalars.heldOutKl!, 3);
    expect(floors.active).toEqual({low: 5, high: 5});
    setup.dispose();
  });

  test("has convolutional networks as well", async () => {
    const setup = await makers["vae-digits"]({network: "convolutional"});
    const layers = setup.model.networks.encoder!.layers.map((layer) => layer.getClassName());
    expect(layers).toContain("Conv2D");
    setup.dispose();
  });
});
