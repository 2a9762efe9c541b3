import {unzipSync} from "fflate";
import {describe} from "vitest";
import {defaultParams} from "../../lib/params.js";
import {pngText} from "../../src/experiment/exports/png-text.js";
import {ganDigits} from "../../src/experiments/gan-digits/experiment.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** Small enough for seconds, large enough to be the real thing. */
const small = {baseWidth: 4, batchSize: 8, maxSteps: 60};

/** A run is done before its last picture has arrived. */
async function untilLastPicture({root}: ExperimentPage): Promise<void> {
  const caption = root.locator(".how-made").first();
  await expect
    .poll(() => caption.textContent(), {timeout: 60_000})
    .toMatch(/^Live: .* after 10 steps/);
}

describe("gan-digits on wasm", () => {
  browserTest(
    "shows a recorded run at once, labelled, before anything is trained",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-digits"));
      const digits = new ExperimentPage(page, "gan-digits");
      await digits.root.scrollIntoViewIfNeeded();
      await expect.poll(() => digits.root.locator(".recorded").textContent()).toContain("recorded");
      expect(await digits.status()).toBe("idle");
      await expect
        .poll(() => digits.root.locator(".how-made").textContent())
        .toMatch(/Recorded \d{4}-\d\d-\d\d: 40 pictures .* after \d+ steps, seed 7, wasm/);
    },
  );

  browserTest(
    "trains, pauses, takes single steps, and reflects it all in attributes",
    async ({open}) => {
      const page = await open(
        ExperimentPage.address("gan-digits", {...small, maxSteps: 5000, seed: 3}),
      );
      const digits = new ExperimentPage(page, "gan-digits");
      await digits.press("Train");
      await digits.untilStep(5);
      await digits.press("Pause");
      await digits.until("paused");
      const paused = await digits.step();
      for (const name of ["Step", "D-step", "G-step"]) {
        const before = await digits.step();
        await digits.root
          .getByRole("button", {name: new RegExp(`^${name}`)})
          .first()
          .click();
        await expect.poll(() => digits.step()).toBe(before + 1);
      }
      expect(await digits.step()).toBe(paused + 3);
      expect(await digits.backend()).toBe("wasm");
      expect(await digits.root.getAttribute("data-seed")).toBe("3");
      await digits.press("Train");
      await digits.untilStep(paused + 8);
    },
  );

  browserTest("draws the same picture again after a reload of its address", async ({open}) => {
    const address = ExperimentPage.address("gan-digits", {...small, maxSteps: 20, seed: 11});
    const page = await open(address);
    const train = async () => {
      const digits = new ExperimentPage(page, "gan-digits");
      await digits.press("Train");
      await digits.until("done");
      await expect
        .poll(() => digits.root.locator(".how-made").textContent())
        .toContain("after 20 steps, seed 11");
      return digits.picture();
    };
    const first = await train();
    await page.reload();
    expect(await train()).toBe(first);
    await new ExperimentPage(page, "gan-digits").root.getByLabel("Seed").fill("12");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("gan-digits.seed=12");
  });

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
    expect(rows[1]).toContain(`Learning rate → 0.0005 at step ${from}`);
  });

  browserTest(
    "saves pictures with their recipe, losses, weights and a run that replays",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-digits", {...small, maxSteps: 10}));
      const digits = new ExperimentPage(page, "gan-digits");
      await digits.press("Train");
      await digits.until("done");
      await untilLastPicture(digits);
      const picture = await digits.picture();
      await digits.root.getByText("Save and open").click();
      const png = await digits.saved("Pictures (PNG)");
      expect(pngText(png.bytes, "Recipe")).toContain("gan-digits, step 10, wasm\nseed = 7");
      const csv = (await digits.saved("Losses (CSV)")).bytes.toString().trim().split("\r\n");
      expect(csv).toHaveLength(11);
      expect(csv[0]).toBe("step,discriminatorLoss,generatorLoss,realScore,fakeScore");
      const run = await digits.saved("Run (JSON)");
      await page.reload();
      await digits.root.getByText("Save and open").click();
      const file = {name: "run.json", mimeType: "application/json", buffer: run.bytes};
      await digits.root.getByLabel("Open a run file").setInputFiles(file);
      await expect.poll(() => digits.step(), {timeout: 60_000}).toBe(10);
      await untilLastPicture(digits);
      await expect.poll(() => digits.picture(), {timeout: 10_000}).toBe(picture);
    },
  );

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
      await digits.root.getByText("Save and open").click();
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

  browserTest("gives out weights that stock TF.js opens", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-digits", {...small, maxSteps: 10}));
    const digits = new ExperimentPage(page, "gan-digits");
    await digits.press("Train");
    await digits.until("done");
    await digits.root.getByText("Save and open").click();
    const zip = unzipSync((await digits.saved("Weights (TF.js)")).bytes);
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
  });
});
