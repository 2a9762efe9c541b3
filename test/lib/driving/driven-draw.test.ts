import {expect, it} from "vitest";
import {type Clouds, drivenDraw} from "../../../lib/driving/driven-draw.js";
import {faultOf, trusted} from "./sandboxed.js";

const clouds: Clouds = {
  mean: Float32Array.of(0.5, -1, 2, 0, 0.25, 3),
  logVariance: Float32Array.of(0, -2, 1, 0.5, -6, 3),
  noise: Float32Array.of(1, -0.5, 0.25, 2, -1.5, 0),
  shape: [3, 2],
};
const code = (z: string) =>
  `export function f(mu: number[][], logvar: number[][], eps: number[][]) { return mu.map((row, i) => row.map((m, j) => ${z})); }`;
const right = "m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!";

it("has the slopes of the draw: 1 along the mean, half the spread times the noise along the log variance", async () => {
  const {z, byMean, byLogVariance} = await drivenDraw(await trusted(code(right)))(clouds);
  for (const [i, m] of clouds.mean.entries()) {
    const spread = Math.exp(clouds.logVariance[i]! / 2) * clouds.noise[i]!;
    expect(z[i]).toBeCloseTo(m + spread, 5);
    expect(byMean[i]).toBeCloseTo(1, 6);
    expect(byLogVariance[i]).toBeCloseTo(spread / 2, 6);
  }
});

it("takes mistakes that keep to their own place as they are", async () => {
  const {byLogVariance} = await drivenDraw(await trusted(code("m + 2 * eps[0]![0]!")))(clouds);
  expect(byLogVariance.every((slope) => slope === 0)).toBe(true);
});

it.each([
  ["the mean of another", "mu[i]![0]! + eps[i]![j]!", "z[0][1] hang on more than one mean", "mean"],
  [
    "the spread of another",
    "m + Math.exp(logvar[0]![j]! / 2)",
    "z[2][1] hang on more than one log variance",
    "log variance",
  ],
])("refuses a draw with %s, and says which", async (_, z, place, word) => {
  expect(await faultOf(drivenDraw(await trusted(code(z)))(clouds))).toBe(
    `DrivenFault: f makes ${place} (expected: each number of z on the ${word} at its own place).`,
  );
});

it.each([
  [
    "too few rows",
    code(right).replace("return mu.map", "return mu.slice(1).map"),
    "3 lists of 2 numbers",
  ],
  ["too few numbers", code(right).replace("row.map", "row.slice(1).map"), "a list of 2 numbers"],
  ["NaN", code("i === 1 && j === 1 ? NaN : m"), "finite numbers"],
])("refuses %s", async (_, wrong, expected) => {
  const said = await faultOf(drivenDraw(await trusted(wrong))(clouds));
  expect(said).toMatch(
    /^DrivenFault: f returned .+ for 3 means, log variances and noises of 2 numbers/s,
  );
  expect(said).toContain(`(expected: ${expected}).`);
});
