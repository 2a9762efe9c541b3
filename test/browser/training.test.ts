import {unzipSync} from "fflate";
import {describe} from "vitest";
import {defaultParams} from "../../lib/params.js";
import {ganDigits} from "../../src/experiments/gan-digits/experiment.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** Small enough for seconds, large enough to be the real thing. */
const small = {baseWidth: 4, batchSize: 8, maxSteps: 60};

describe("gan-digits on wasm", () => {
  browserTest(
    "gives out weights that stock TF.js opens, and draws the same picture again after a reload of its address",
    async ({open}) => {
      const address = ExperimentPage.address("gan-digits", {...small, maxSteps: 20, seed: 11});
      const page = await open(address);
      const digits = new ExperimentPage(page, "gan-digits");
      const train = async () => {
        await digits.press("Train");
        await digits.until("done");
        await expect
          .poll(() => digits.root.locator(".how-made").textContent())
          .toContain("after 20 steps, seed 11");
        return digits.picture();
      };
      const first = await train();
      await expect
        .poll(() => digits.root.locator(".fig-inspector").innerText())
        .toMatch(/picture 1;.*nearest training picture: .* distance \d/s);
      await digits.openTab("Save and share");
      await opensAsModel((await digits.saved("Weights (TF.js)")).bytes);
      await page.reload();
      expect(await train()).toBe(first);
      await digits.root.getByLabel("Seed", {exact: true}).fill("12");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain("gan-digits.seed=12");
    },
  );

  browserTest("goes back to a checkpoint and branches; both runs stay", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 400}));
    const plane = new ExperimentPage(page, "gan-plane");
    await plane.press("Train");
    await plane.until("done");
    const scrubber = plane.root.getByLabel("Go back to a checkpoint");
    await scrubber.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => plane.step()).toBeLessThan(400);
    const from = await plane.step();
    await plane.root.getByLabel("Learning rate, exact value").fill("0.0005");
    await page.keyboard.press("Enter");
    await plane.press("Train");
    await plane.until("done");
    const history = plane.root.locator(".history tbody tr");
    await expect.poll(() => history.count()).toBe(2);
    const rows = await history.allTextContents();
    expect(rows[1]).toContain(`branched from run 1 at step ${from}`);
    expect(rows[1]).toContain(`at step ${from}: Learning rate 0.0005`);
  });

  browserTest(
    "says what is wrong with a link of 140 kB, and with a file that is no run",
    async ({open}) => {
      const locked = `#gan-digits.locked=${"a,b,".repeat(35_000)}batchSize`;
      const page = await open(`${ExperimentPage.address("gan-digits").replace("#", locked)}`);
      const digits = new ExperimentPage(page, "gan-digits");
      const complaints = digits.root.locator(".notice li");
      await expect.poll(() => complaints.count()).toBe(2);
      expect(await complaints.first().innerText()).toMatch(/^unknown param in locked: a \(one of/);
      expect(await digits.root.getByLabel("Batch size").first().isDisabled()).toBe(true);
      await digits.openTab("Save and share");
      const buffer = Buffer.from('{"format": "something else"}');
      const file = {name: "x.json", mimeType: "application/json", buffer};
      await digits.root.getByLabel("Open a run file").setInputFiles(file);
      await expect
        .poll(() => digits.root.locator(".export-status").textContent())
        .toMatch(
          /^This is not a run file of this course: its format is "something else".* Open one/,
        );
      expect(await digits.status()).toBe("idle");
    },
  );
});

/** The generator, in a zip file, to be read by TF.js as it is published. */
async function opensAsModel(bytes: Uint8Array): Promise<void> {
  const zip = unzipSync(bytes);
  const tf = await import("@tensorflow/tfjs");
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({
      ...JSON.parse(Buffer.from(zip["model.json"]!).toString()),
      weightSpecs: JSON.parse(Buffer.from(zip["model.json"]!).toString()).weightsManifest[0]
        .weights,
      weightData: zip["weights.bin"]!.slice().buffer,
    }),
  );
  expect(model.inputs[0]!.shape).toEqual([null, defaultParams(ganDigits.params).latentSize]);
  expect(model.outputs[0]!.shape).toEqual([null, 28, 28, 1]);
  model.dispose();
}
