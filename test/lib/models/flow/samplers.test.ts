import {describe, expect, test} from "vitest";
import {pathNamed} from "../../../../lib/models/flow/path.js";
import {perfectDenoiser} from "../../../../lib/models/flow/perfect-denoiser.js";
import {conversion, convert, type PredictionKind} from "../../../../lib/models/flow/predictions.js";
import {type SamplerName, samplerNamed, samplers} from "../../../../lib/models/flow/samplers.js";
import {
  type Denoise,
  lastOf,
  type SamplerOptions,
  traceOf,
} from "../../../../lib/models/flow/sampling.js";
import {timesOf} from "../../../../lib/models/flow/times.js";
import {Random} from "../../../../lib/random.js";
import reference from "../../../reference/flow.json" with {type: "json"};
import {expectClose} from "./close.js";

const centres = {data: Float32Array.from(reference.centres), size: 2, spread: reference.spread};
const start = Float32Array.from(reference.start);
const kinds: readonly PredictionKind[] = ["clean", "noise", "velocity"];

/** The exact denoiser of the reference's mixture, speaking as `kind`. */
function denoiseAs(kind: PredictionKind, name: string): Denoise {
  const path = pathNamed(name);
  const perfect = perfectDenoiser(centres, path);
  return async (x, t) => convert(x, await perfect(x, t), conversion("clean", kind, path, t));
}

/** The reference's noise, step after step. */
function givenNoise(noises: readonly (readonly number[])[] = reference.noises) {
  const left = [...noises];
  return {normals: () => Float32Array.from(left.shift()!), left};
}

function optionsOf(path: string, kind: PredictionKind = "clean"): SamplerOptions {
  return {
    denoise: denoiseAs(kind, path),
    kind,
    path: pathNamed(path),
    times: reference.times,
    start,
    random: givenNoise(),
  };
}

/** x after each step. */
async function xsOf(name: SamplerName, options: SamplerOptions): Promise<Float32Array[]> {
  const trace = await traceOf(samplerNamed(name)(options));
  return trace.slice(1).map(({x}) => x);
}

describe.each(reference.runs)("$sampler on $path", ({path, sampler, xs}) => {
  const [name, eta = "0"] = sampler.split(" ") as [SamplerName, string?];

  test.each(kinds)("is NumPy's, step by step, told as %s", async (kind) => {
    const got = await xsOf(name, {...optionsOf(path, kind), eta: Number(eta)});
    expect(got).toHaveLength(xs.length);
    for (const [step, expected] of xs.entries()) expectClose(got[step]!, expected, `step ${step}`);
  });
});

test.each(["straight", "cosine", "ddpm"])("DDPM on %s is DDIM with eta 1", async (path) => {
  const times = timesOf(12);
  const random = () => new Random(4);
  const ancestral = await xsOf("ddpm", {...optionsOf(path), times, random: random()});
  const implicit = await xsOf("ddim", {...optionsOf(path), times, random: random(), eta: 1});
  for (const [step, x] of ancestral.entries()) expectClose(implicit[step]!, x, `step ${step}`);
});

test("DDIM without chance on a straight path is Euler", async () => {
  const ddim = await xsOf("ddim", optionsOf("straight"));
  for (const [step, x] of (await xsOf("euler", optionsOf("straight"))).entries())
    expectClose(ddim[step]!, x, `step ${step}`);
});

test("DDPM's step is the posterior between the point and the picture", async () => {
  const [x, clean] = [reference.points, reference.other].map((each) => Float32Array.from(each));
  for (const {path, t, u, mean, sd} of reference.posteriors)
    for (const z of [0, 1]) {
      const steps = samplers.ddpm({
        denoise: async () => clean!,
        kind: "clean",
        path: pathNamed(path),
        times: [t, u, 1],
        start: x!,
        random: {normals: (count) => new Float32Array(count).fill(z)},
      });
      const [, next] = await traceOf(steps);
      expectClose(
        next!.x,
        mean.map((value) => value + z * sd),
        `${path} ${t}`,
      );
    }
});

describe.each(Object.keys(samplers) as SamplerName[])("%s", (name) => {
  test("tells each stop with its time and the picture expected, and ends at the picture", async () => {
    const options = optionsOf("straight", "velocity");
    const trace = await traceOf(samplerNamed(name)(options));
    expect(trace.map(({t}) => t)).toEqual(reference.times);
    expect(trace.map(({step}) => step)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(trace[0]!.x).toEqual(start);
    const clean = await perfectDenoiser(centres, options.path)(start, reference.times[0]!);
    expectClose(trace[0]!.clean, clean);
    expect(trace.at(-1)!.clean).toEqual(trace.at(-1)!.x);
  });

  test("leaves its start alone, and gives arrays that nobody else has", async () => {
    const before = start.slice();
    const expected = await lastOf(samplerNamed(name)(optionsOf("cosine")));
    let last = new Float32Array(0);
    for await (const {x, clean} of samplerNamed(name)(optionsOf("cosine"))) {
      last = x.slice();
      for (const array of [x, clean]) array.fill(9);
    }
    expect(last).toEqual(expected);
    expect(start).toEqual(before);
  });

  test("times that do not rise to 1 are refused", async () => {
    const options = {...optionsOf("straight"), times: [0, 0.5]};
    await expect(lastOf(samplerNamed(name)(options))).rejects.toThrow("invalid times: 0, 0.5");
  });

  test("starts at pure noise on every path, told in every kind", async () => {
    for (const path of ["straight", "cosine", "ddpm"])
      for (const kind of kinds) {
        const options = {...optionsOf(path, kind), times: timesOf(6), random: new Random(1)};
        const x = await lastOf(samplerNamed(name)(options));
        for (const value of x) expect(Math.abs(value), `${path} ${kind}`).toBeLessThan(2);
      }
  });
});

test("noise is drawn only where chance has a part", async () => {
  const drawn = async (name: SamplerName, eta: number) => {
    const random = givenNoise();
    await lastOf(samplerNamed(name)({...optionsOf("ddpm"), random, eta}));
    return reference.noises.length - random.left.length;
  };
  expect([await drawn("ddim", 0), await drawn("euler", 1), await drawn("heun", 1)]).toEqual([
    0, 0, 0,
  ]);
  // The last step ends at the picture itself.
  expect([await drawn("ddpm", 0), await drawn("ddim", 0.5)]).toEqual([4, 4]);
});

test("an unknown sampler and an eta beyond its range are refused", async () => {
  expect(() => samplerNamed("rk4")).toThrow(
    "unknown sampler: rk4 (one of euler, heun, ddim, ddpm)",
  );
  const options = {...optionsOf("ddpm"), eta: 1.5};
  await expect(lastOf(samplers.ddim(options))).rejects.toThrow("invalid eta: 1.5");
});
