import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {expectedCost, momentsOf} from "../../../../lib/gradient-estimators.js";
import {normalPlace} from "../../../../lib/normal.js";
import {unpackRecording} from "../../../../lib/training/recording.js";
import {raceCosts, raised} from "../../../../src/figures/estimators/costs.js";
import {decoderCost, decoderNats} from "../../../../src/figures/estimators/decoder-cost.js";

const clouds = [
  {mean: 0, spread: 0.5},
  {mean: 0, spread: 1},
  {mean: 0.4, spread: 0.2},
] as const;
const small = 1e-3;

describe.each(Object.entries(raceCosts))("%s", (name, cost) => {
  test.each(clouds)("the true gradient is how the mean cost changes, at %o", (cloud) => {
    const {mean, spread} = cloud;
    const change = (up: number, down: number) => (up - down) / (2 * small);
    // A step is not smooth, so that its mean by quadrature goes in steps as well.
    const digits = name === "step" ? 1 : name === "decoder" ? 0 : 4;
    const width = name === "step" ? 0.05 : small;
    const by = (up: number, down: number) => (change(up, down) * small) / width;
    const {mean: byMean, logSpread} = cost.gradient(cloud);
    expect(byMean).toBeCloseTo(
      by(
        expectedCost(cost, {mean: mean + width, spread}),
        expectedCost(cost, {mean: mean - width, spread}),
      ),
      digits,
    );
    expect(logSpread).toBeCloseTo(
      by(
        expectedCost(cost, {mean, spread: spread * Math.exp(width)}),
        expectedCost(cost, {mean, spread: spread * Math.exp(-width)}),
      ),
      digits,
    );
  });

  test("REINFORCE finds it; the reparameterised draw does where the cost has a slope", () => {
    const [cloud] = clouds;
    const truth = cost.gradient(cloud);
    const scale = 1 + Math.abs(truth.mean);
    expect(
      Math.abs(momentsOf("score", cost, cloud, 0).mean.mean - truth.mean) / scale,
    ).toBeLessThan(0.01);
    const pathwise = momentsOf("pathwise", cost, cloud, 0).mean.mean;
    if (name === "step") expect(pathwise).toBe(0);
    else expect(pathwise).toBeCloseTo(truth.mean, 6);
  });
});

test("a cost that is raised has the same gradient", () => {
  const high = raised(raceCosts.bowl, 7);
  expect(high.f(0)).toBe(8);
  expect(high.gradient(clouds[0])).toEqual(raceCosts.bowl.gradient(clouds[0]));
});

test("the decoder's cost is that of the recorded run's 4, in the middle row of its plane", () => {
  const file = readFileSync("data/recorded/vae-digits.bin.gz");
  const {arrays} = unpackRecording(new Uint8Array(gunzipSync(file))).snapshots.at(-1)!;
  const four = arrays.pictures!.data.subarray(4 * 784, 5 * 784);
  const side = 15;
  const nats = Array.from({length: side}, (_, column) => {
    const start = 784 * (side * Math.floor(side / 2) + column);
    return crossEntropy(four, arrays.plane!.data.subarray(start, start + 784));
  });
  nats.forEach((value, i) => {
    expect(decoderNats[i]).toBeCloseTo(value, 0);
  });
});

test("the decoder's cost goes through its numbers, smoothly, and on in a line", () => {
  decoderNats.forEach((nats, i) => {
    const place = normalPlace((i + 0.5) / decoderNats.length);
    expect(decoderCost.f(place)).toBeCloseTo(nats, 9);
    expect(decoderCost.slope(place - 1e-9)).toBeCloseTo(decoderCost.slope(place + 1e-9), 4);
  });
  expect(decoderCost.f(4) - decoderCost.f(3)).toBeCloseTo(decoderCost.slope(3), 9);
  for (const z of [-3, -1, 0.05, 0.6, 1.7, 2.5])
    expect((decoderCost.f(z + 1e-5) - decoderCost.f(z - 1e-5)) / 2e-5).toBeCloseTo(
      decoderCost.slope(z),
      3,
    );
});

/** Nats of a picture of bytes under drawn bytes. */
function crossEntropy(picture: ArrayLike<number>, drawn: ArrayLike<number>): number {
  return Array.from(picture).reduce((nats, byte, i) => {
    const x = byte / 255;
    const y = Math.min(0.999, Math.max(0.001, drawn[i]! / 255));
    return nats - x * Math.log(y) - (1 - x) * Math.log(1 - y);
  }, 0);
}
