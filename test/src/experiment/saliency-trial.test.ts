import {expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import {agreements, type Eye, mapsOf, seenIn} from "../../../src/experiment/saliency-eyes.js";
import {agreementsOf, deletionsOf, lookedAt} from "../../../src/experiment/saliency-trial.js";
import {deletionOrders, mapKinds} from "../../../src/figures/saliency/saliency-data.js";

/** Sees a 3 or a 5 by one weight for each pixel. */
function linearEye(weights: Float32Array): Eye {
  const score = (picture: Float32Array) =>
    picture.reduce((sum, x, i) => sum + weights[i]! * x, 0) / 20;
  return {
    logits: (picture) => {
      const logits = new Float32Array(10).fill(-9);
      [logits[3], logits[5]] = [score(picture), -score(picture)];
      return logits;
    },
    gradient: (_, kind) => weights.map((weight) => (kind === 3 ? weight : -weight) / 20),
  };
}

const random = new Random(1);
const weights = random.normals(784);
const eyes = {
  own: linearEye(weights),
  other: linearEye(weights.map((weight) => 2 * weight)),
  first: linearEye(random.normals(784)),
};
/** Each a third of ink. */
const pictures = Array.from({length: 24}, () =>
  random.normals(784).map((value) => (value > 0.43 ? 0.8 : -1)),
);

function ended<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

const all = ended(lookedAt(eyes, pictures));

test("maps of a sum are its weights, what each pixel adds, and the mean of what patches add", () => {
  const [picture] = pictures as [Float32Array];
  const {gradient, timesInput, occlusion} = ended(mapsOf(eyes.own, picture, 3));
  const added = picture.map((x, i) => (weights[i]! * x) / 20);
  for (const i of [0, 77, 400]) {
    expect(gradient[i]).toBeCloseTo(Math.abs(weights[i]!) / 20, 6);
    expect(timesInput[i]).toBeCloseTo((weights[i]! * (picture[i]! + 1)) / 20, 6);
  }
  // The corner is covered by the first patch alone, which is made 0.
  const patch = Array.from({length: 64}, (_, k) => added[28 * (k >> 3) + (k % 8)]!);
  expect(occlusion[0]).toBeCloseTo(
    patch.reduce((sum, value) => sum + value, 0),
    4,
  );
});

test("each picture is asked about what the network itself sees in it", () => {
  for (const {picture, kind} of all) expect(kind).toBe(seenIn(eyes.own, picture));
  expect(new Set(all.map(({kind}) => kind))).toEqual(new Set([3, 5]));
  const work = lookedAt(eyes, pictures.slice(0, 2));
  const told = [];
  for (let next = work.next(); !next.done; next = work.next()) told.push(next.value);
  expect([told[0], told.at(-1)]).toEqual([0, 1]);
});

test("a network with the same weights, twice as large, agrees; one of its own chance does not", () => {
  const found = ended(agreementsOf(all, true));
  for (const kind of mapKinds) {
    expect(found[kind].other.value, kind).toBeCloseTo(1, 6);
    expect(Math.abs(found[kind].first.value), kind).toBeLessThan(0.2);
    expect(found[kind].first.low).toBeLessThan(found[kind].first.value);
  }
  // Over all pixels the black ones, which are 0 in both, make maps alike that know nothing of each other.
  expect(ended(agreementsOf(all, false)).timesInput.first.value).toBeGreaterThan(0.7);
  const {own, first} = all[0]!.maps;
  expect(agreements(own, own)).toEqual({gradient: 1, timesInput: 1, occlusion: 1});
  expect(agreements(own, first).gradient).toBeLessThan(0.2);
});

test("of a sum nothing does more harm than the pixels that add most to it", () => {
  const found = ended(deletionsOf(eyes.own, all, {count: 80, fill: "black"}));
  for (const order of deletionOrders.filter((each) => each !== "timesInput"))
    expect(found.timesInput.probability.value).toBeLessThan(found[order].probability.value);
  expect(found.timesInput.belowRandom.low).toBeGreaterThan(0);
  expect(found.random.belowRandom).toEqual({value: 0, low: 0, high: 0});
  expect(found.ink.belowInk.value).toBe(0);
  const none = ended(deletionsOf(eyes.own, all, {count: 0, fill: "grey"}));
  expect(none.timesInput.probability).toEqual(none.random.probability);
});
