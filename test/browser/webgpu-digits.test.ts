import {unzipSync} from "fflate";
import {layersModelParts} from "../../lib/training/layers-model.js";
import {train} from "../../lib/training/train.js";
import {startRun} from "../../tools/runs/start-run.js";
import {ExperimentPage} from "./experiment-page.js";
import {expect, webGpuTest} from "./harness.js";

const tiny = {baseWidth: 4, batchSize: 8, latentSize: 2, averaging: 0, seed: 5};

/** The generator's weights after `steps` under Node on wasm. */
async function wasmWeights(steps: number): Promise<Float32Array> {
  const {setup, run} = await startRun("gan-digits", tiny);
  for await (const _ of train(run, {steps}));
  const {weights} = await layersModelParts(setup.model.networks.generator!);
  setup.dispose();
  return new Float32Array(weights.slice().buffer);
}

webGpuTest(
  "two steps of the digits' GAN on WebGPU give wasm's weights within 1e-3",
  async ({open}) => {
    const page = await open(ExperimentPage.address("gan-digits", tiny, "webgpu"));
    const digits = new ExperimentPage(page, "gan-digits");
    for (const step of [1, 2]) {
      await digits.press("Step");
      await digits.untilStep(step);
    }
    expect(await digits.backend()).toBe("webgpu");
    await digits.openTab("Save and share");
    const zip = unzipSync((await digits.saved("Weights (TF.js)")).bytes);
    const weights = new Float32Array(zip["weights.bin"]!.slice().buffer);
    const reference = await wasmWeights(2);
    expect(weights.length).toBe(reference.length);
    const differences = weights.map((value, i) => Math.abs(value - reference[i]!));
    expect(Math.max(...differences)).toBeLessThan(1e-3);
  },
);
