import {readdirSync, readFileSync, statSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {backendNames} from "../../lib/training/protocol.js";
import {engineSizes} from "../../src/vendor/engine-sizes.js";
import {experimentIds} from "../../tools/experiment-modules.mjs";
import {vendorFolder} from "../../tools/vendor.mjs";

test("the sizes of the engine are known for every back end and every experiment, and are those of its files", () => {
  expect(Object.keys(engineSizes.backends).sort()).toEqual([...backendNames].sort());
  expect(Object.keys(engineSizes.experiments).sort()).toEqual(experimentIds());
  const {script, backends, experiments} = engineSizes;
  const all = [script, ...Object.values(backends), ...Object.values(experiments)];
  expect(Math.min(...all)).toBeGreaterThan(2000);
  const files = [
    `${vendorFolder}worker.js`,
    `${vendorFolder}wasm/tfjs-backend-wasm-simd.wasm`,
    ...readdirSync(`${vendorFolder}worker`).map((file) => `${vendorFolder}worker/${file}`),
  ];
  const whole = files
    .filter((file) => statSync(file).isFile())
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  const counted = script + Object.values(backends).reduce((sum, bytes) => sum + bytes, 0);
  expect(counted).toBeLessThanOrEqual(whole);
  expect(
    counted + Object.values(experiments).reduce((sum, bytes) => sum + bytes, 0),
  ).toBeGreaterThan(0.9 * whole);
});
