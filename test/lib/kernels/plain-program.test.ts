/** The kernels in programs that know nothing of this course: bundled from outside it, and with stock layers and losses. */
import {execFile} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import * as esbuild from "esbuild";
import {afterAll, beforeAll, describe, expect, test} from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const wasmFolder = `${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"))}/`;
const folder = mkdtempSync(join(tmpdir(), "plain-program-"));

afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Somebody's network and data; `setup` is what they do before. Prints the losses of ten steps as JSON. */
function program(setup: string, optimiser: string): string {
  return `
import * as tf from "@tensorflow/tfjs";
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import {adam, installKernels} from ${JSON.stringify(`${root}lib/kernels/index.ts`)};
async function main() {
  setWasmPaths(${JSON.stringify(wasmFolder)});
  ${setup}
  const {conv2d, maxPooling2d, separableConv2d, batchNormalization, leakyReLU, globalAveragePooling2d, dense} = tf.layers;
  const seeded = (seed) => ({kernelInitializer: tf.initializers.glorotUniform({seed})});
  const network = tf.sequential({layers: [
    conv2d({filters: 6, kernelSize: 3, padding: "same", activation: "relu", inputShape: [11, 9, 2], ...seeded(1)}),
    maxPooling2d({poolSize: 2}),
    batchNormalization(),
    separableConv2d({filters: 5, kernelSize: 3, depthwiseInitializer: tf.initializers.glorotUniform({seed: 2}), pointwiseInitializer: tf.initializers.glorotUniform({seed: 3})}),
    leakyReLU({alpha: 0.2}),
    globalAveragePooling2d({}),
    dense({units: 3, activation: "softmax", ...seeded(4)}),
  ]});
  network.compile({optimizer: ${optimiser}, loss: "categoricalCrossentropy", metrics: ["accuracy"]});
  const x = tf.randomNormal([12, 11, 9, 2], 0, 1, "float32", 5);
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2], "int32"), 3);
  const losses = [];
  for (let i = 0; i < 10; i++) losses.push((await network.trainOnBatch(x, y))[0]);
  console.log(JSON.stringify({backend: tf.getBackend(), losses}));
}
main().catch((error) => { console.error(error); process.exit(1); });
`;
}

async function run(setup: string, optimiser: string) {
  const entry = join(folder, "program.ts");
  writeFileSync(entry, program(setup, optimiser));
  const outfile = join(folder, "program.cjs");
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    nodePaths: [`${root}node_modules`],
    mainFields: ["main"],
    logLevel: "error",
  });
  const {stdout, stderr} = await promisify(execFile)(process.execPath, [outfile]);
  const last = stdout.trim().split("\n").at(-1)!;
  return {...(JSON.parse(last) as {backend: string; losses: number[]}), stderr};
}

const withKernels = "await installKernels(); await tf.setBackend('wasm');";

describe("somebody else's program, bundled outside this project", () => {
  let reference: number[];
  beforeAll(async () => {
    reference = (await run("await tf.setBackend('cpu');", "tf.train.adam(0.01)")).losses;
  });

  const expectSameCurve = (losses: number[]) => {
    expect(losses.length).toBe(10);
    for (const [i, loss] of losses.entries())
      expect(Math.abs(loss - reference[i]!), `step ${i}`).toBeLessThan(1e-4);
  };

  test("trains on wasm, as on cpu", async () => {
    const {backend, losses} = await run(withKernels, "tf.train.adam(0.01)");
    expect(backend).toBe("wasm");
    expect(losses.at(-1)!).toBeLessThan(losses[0]!);
    expectSameCurve(losses);
  });

  test("with the fused optimiser as well", async () => {
    expectSameCurve((await run(withKernels, "adam(0.01)")).losses);
  });

  test("falls back with a warning where WebAssembly can't compile the kernels", async () => {
    const refuse =
      "WebAssembly.compile = async () => { throw new WebAssembly.CompileError('no SIMD here'); };";
    const {stderr, losses} = await run(
      `${refuse} await installKernels(); await tf.setBackend('cpu');`,
      "adam(0.01)",
    );
    expect(stderr).toContain("no SIMD here");
    expectSameCurve(losses);
  });
});
