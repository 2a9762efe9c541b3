/**
 * The reference networks learn the same on every back end: the same bits on wasm, close to them elsewhere. For WebGPU see
 * webgpu-counts.test.ts, where the same programs are compiled anyway.
 */
import type {Browser} from "playwright";
import {beforeAll, describe} from "vitest";
import * as tf from "../../lib/tf.js";
import {tolerances} from "../lib/kernels/tolerances.js";
import {startWasm} from "../wasm.js";
import {browserTest, expect} from "./harness.js";
import * as parity from "./parity-page.js";
import {openProgram} from "./program.js";

const steps = 3;
let reference: Curves;

interface Curves {
  readonly cnn: readonly number[];
  readonly gan: readonly number[];
}

beforeAll(async () => {
  await startWasm();
  reference = {cnn: await parity.cnn(steps), gan: await parity.gan(steps)};
});

async function curvesIn(browser: Browser, backend: parity.BackendName): Promise<Curves> {
  const program = await openProgram<typeof parity>(browser, "test/browser/parity-page.ts");
  await program.call("start", backend);
  const curves = {cnn: await program.call("cnn", steps), gan: await program.call("gan", steps)};
  await program.close();
  return curves;
}

/** A band around the reference's curve: a share of the loss, the same at every step. */
function expectClose(curves: Curves, band: number): void {
  for (const name of ["cnn", "gan"] as const)
    for (const [i, loss] of reference[name].entries())
      expect(Math.abs(curves[name][i]! - loss) / loss, `${name}, loss ${i}`).toBeLessThan(band);
}

describe("the reference networks' losses", () => {
  browserTest("fall", async () => {
    expect(reference.cnn.at(-1)!).toBeLessThan(0.8 * reference.cnn[0]!);
    expect(reference.gan.every(Number.isFinite)).toBe(true);
  });

  browserTest("have the same bits on wasm in Chromium and in Node", async ({browser}) => {
    expect(await curvesIn(browser, "wasm")).toEqual(reference);
  });

  browserTest("are within the band on cpu", async () => {
    await import("@tensorflow/tfjs-backend-cpu");
    await tf.setBackend("cpu");
    expectClose({cnn: await parity.cnn(steps), gan: await parity.gan(steps)}, tolerances.curve);
    await tf.setBackend("wasm");
  });

  browserTest("are within the band on WebGL in software", async ({browser}) => {
    expectClose(await curvesIn(browser, "webgl"), tolerances.curve);
  });
});
