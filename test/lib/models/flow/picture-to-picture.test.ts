import {describe, expect, test} from "vitest";
import {pathNamed} from "../../../../lib/models/flow/path.js";
import {perfectDenoiser} from "../../../../lib/models/flow/perfect-denoiser.js";
import {type RedrawOptions, redraw} from "../../../../lib/models/flow/picture-to-picture.js";
import {type SamplerName, samplerNamed, samplers} from "../../../../lib/models/flow/samplers.js";
import {lastOf, traceOf} from "../../../../lib/models/flow/sampling.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {Random} from "../../../../lib/random.js";

const names = Object.keys(samplers) as SamplerName[];
const paths = ["straight", "cosine", "ddpm"] as const;
/** Two spots, far apart. */
const spots = {data: Float32Array.of(-2, 0, 2, 0), size: 2, spread: 0.2};
const picture = Float32Array.of(1.9, 0.1, -2.2, 0.3, 2.1, -0.2);

function optionsOf(path: (typeof paths)[number], given: Partial<RedrawOptions>): RedrawOptions {
  const denoise = perfectDenoiser(spots, pathNamed(path));
  const random = new Random(3);
  return {
    ...{denoise, kind: "clean", path: pathNamed(path), steps: 20, picture, strength: 0.5, random},
    ...given,
  };
}

describe.each(names)("%s", (name) => {
  const sampler = samplerNamed(name);

  test.each(paths)("a strength of 0 gives the picture back, bit by bit, on %s", async (path) => {
    const trace = await traceOf(redraw(sampler, optionsOf(path, {strength: 0})));
    expect(trace).toEqual([{step: 0, t: 1, x: picture, clean: picture}]);
    expect(trace[0]!.x).not.toBe(picture);
  });

  test.each(paths)("with a strength of 1 it is forgotten, on %s", async (path) => {
    const made = (of: Float32Array) =>
      lastOf(redraw(sampler, optionsOf(path, {strength: 1, picture: of, random: new Random(4)})));
    const plain = new Random(4);
    const start = plain.normals(picture.length);
    const options = optionsOf(path, {random: plain});
    const sampled = await lastOf(sampler({...options, times: timesOf(20), start}));
    expect(await made(picture)).toEqual(sampled);
    expect(await made(picture.map((value) => -value))).toEqual(sampled);
  });

  test("begins in the noise of its time, and takes its share of the steps", async () => {
    const trace = await traceOf(redraw(sampler, optionsOf("straight", {strength: 0.25})));
    expect(trace.map(({t}) => t)).toEqual(
      [0.75, 0.8, 0.85, 0.9, 0.95, 1].map((t) => expect.closeTo(t, 9)),
    );
    const noise = new Random(3).normals(picture.length);
    for (const [i, value] of trace[0]!.x.entries())
      expect(value).toBeCloseTo(0.75 * picture[i]! + 0.25 * noise[i]!, 6);
  });
});

test("a little noise keeps each pair at its spot, much of it does not", async () => {
  const many = Float32Array.from({length: 400}, (_, i) => (i % 2 === 0 ? 2 : 0));
  const kept = async (strength: number) => {
    const options = optionsOf("straight", {strength, picture: many});
    const made = await lastOf(redraw(samplers.euler, options));
    return made.filter((value, i) => i % 2 === 0 && value > 0).length / 200;
  };
  expect(await kept(0.3)).toBe(1);
  const half = await kept(1);
  expect(half).toBeGreaterThan(0.35);
  expect(half).toBeLessThan(0.65);
});

test("a strength beyond 0 to 1 is refused", async () => {
  for (const strength of [-0.1, 1.1, Number.NaN])
    await expect(lastOf(redraw(samplers.euler, optionsOf("straight", {strength})))).rejects.toThrow(
      `invalid strength: ${strength} (a number from 0 to 1)`,
    );
});
