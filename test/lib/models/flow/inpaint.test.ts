import {describe, expect, test} from "vitest";
import {type InpaintOptions, inpaint} from "../../../../lib/models/flow/inpaint.js";
import {straightPath as straight} from "../../../../lib/models/flow/path.js";
import {perfectDenoiser} from "../../../../lib/models/flow/perfect-denoiser.js";
import {type SamplerName, samplerNamed, samplers} from "../../../../lib/models/flow/samplers.js";
import {type Denoise, lastOf, traceOf} from "../../../../lib/models/flow/sampling.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {Random} from "../../../../lib/random.js";

const count = 1500;
/** Of pairs of numbers the first is known. */
const known = [1, 0];

/** The clean pair expected, when pairs are normal with the variance 1 and the covariance 0.8: a S (a² S + s² I)^-1 x. */
const normalDenoiser: Denoise = async (x, t) => {
  const [a, s] = [straight.signal(t), straight.noise(t)];
  const gain = (variance: number) => (a * variance) / (a * a * variance + s * s);
  const [sum, difference] = [gain(1.8), gain(0.2)]; // along (1, 1) and (1, -1)
  return x.map((value, i) => (sum * (value + x[i ^ 1]!) + difference * (value - x[i ^ 1]!)) / 2);
};

/** The second numbers that are made for a first one. */
async function madeFor(first: number, given: Partial<InpaintOptions>): Promise<Float32Array> {
  const random = new Random(5);
  const options: InpaintOptions = {
    ...{denoise: normalDenoiser, kind: "clean", path: straight, times: timesOf(5)},
    start: random.normals(2 * count),
    picture: Float32Array.from({length: 2 * count}, (_, i) => (i % 2 === 0 ? first : 99)),
    ...{known, random},
    ...given,
  };
  const pairs = await lastOf(inpaint(samplers.heun, options));
  expect(pairs.filter((_, i) => i % 2 === 0)).toEqual(new Float32Array(count).fill(first));
  return pairs.filter((_, i) => i % 2 === 1);
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: Float32Array): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

const conditional = {mean: 0.8, variance: 0.36};
/** Four standard errors of so many draws. */
const floor = {
  mean: 4 * Math.sqrt(conditional.variance / count),
  variance: 4 * conditional.variance * Math.sqrt(2 / count),
};

describe("of a normal distribution", () => {
  test.each([1, -0.5])("the rest has the mean and variance that belong to %s", async (first) => {
    const made = await madeFor(first, {repeats: 20, times: timesOf(60, "quadratic")});
    expect(Math.abs(meanOf(made) - first * conditional.mean)).toBeLessThan(floor.mean);
    expect(Math.abs(varianceOf(made) - conditional.variance)).toBeLessThan(floor.variance);
  });

  test("taking each step once is not enough, and with more times it gets better", async () => {
    const missOf = async (repeats: number) => {
      const made = await madeFor(1, {repeats, times: timesOf(20, "quadratic")});
      return Math.abs(meanOf(made) - conditional.mean);
    };
    const misses = [await missOf(1), await missOf(4), await missOf(16)];
    expect(misses[0]).toBeGreaterThan(3 * floor.mean);
    expect(misses[1]).toBeLessThan(misses[0]! / 1.5);
    expect(misses[2]).toBeLessThan(misses[1]! / 1.5);
  });
});

describe("of three spots", () => {
  const spots = {data: Float32Array.of(-1.5, -1.5, -1.5, 1.5, 1.5, 0), size: 2, spread: 0.3};
  const denoise = perfectDenoiser(spots, straight);
  const given = {denoise, repeats: 8, times: timesOf(30, "quadratic")};
  const shareOf = (values: Float32Array, isIn: (value: number) => boolean) =>
    values.filter(isIn).length / values.length;

  test("where two fit, half of the draws go to each", async () => {
    const made = await madeFor(-1.5, given);
    const share = shareOf(made, (value) => value > 0);
    expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / count));
    expect(shareOf(made, (value) => Math.abs(Math.abs(value) - 1.5) < 1.2)).toBeGreaterThan(0.99);
  });

  test("where one fits, all go there", async () => {
    const made = await madeFor(1.5, given);
    expect(shareOf(made, (value) => Math.abs(value) < 1.2)).toBeGreaterThan(0.99);
  });
});

describe.each(Object.keys(samplers) as SamplerName[])("%s", (name) => {
  const options: InpaintOptions = {
    ...{denoise: normalDenoiser, kind: "clean", path: straight, times: timesOf(5)},
    start: Float32Array.of(1, 2, 3, 4),
    picture: Float32Array.of(0.5, 9, -0.5, 9),
    ...{known, repeats: 2, random: new Random(1)},
  };
  const trace = (more: Partial<InpaintOptions> = {}) =>
    traceOf(inpaint(samplerNamed(name), {...options, random: new Random(1), ...more}));

  test("tells each stop once, expects what is known, and ends at it", async () => {
    const stops = await trace();
    expect(stops.map(({t}) => t)).toEqual(timesOf(5));
    for (const {clean} of stops) expect([clean[0], clean[2]]).toEqual([0.5, -0.5]);
    const {x, clean} = stops.at(-1)!;
    expect(x).toEqual(clean);
    expect(options.start).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  test("what is not known does not matter, and what is known does not move the start of the rest", async () => {
    const stops = await trace({picture: Float32Array.of(0.5, -7, -0.5, 3)});
    expect(stops).toEqual(await trace());
    const [first] = await trace({repeats: 1});
    expect([first!.x[1], first!.x[3]]).toEqual([2, 4]);
  });

  test("with nothing known it is the sampler itself, with all known the picture", async () => {
    const own = {normals: (n: number) => new Float32Array(n).fill(0.3)};
    const none = await trace({known: [0, 0], repeats: 1, random: own});
    const plain = await traceOf(samplerNamed(name)({...options, random: own}));
    expect(none).toEqual(plain);
    expect((await trace({known: [1, 1]})).at(-1)!.x).toEqual(options.picture);
  });
});

test("a picture, a mask or a number of repeats that does not fit is refused", async () => {
  const refused = (more: Partial<InpaintOptions>) => expect(madeFor(1, more)).rejects;
  await refused({picture: new Float32Array(3)}).toThrow("invalid picture: 3 values");
  await refused({known: new Array(7).fill(1)}).toThrow("invalid mask: 7 values");
  await refused({known: [1, 0.5]}).toThrow("invalid mask: 0.5 in it (0 or 1)");
  await refused({repeats: 0}).toThrow("invalid repeats: 0");
});
