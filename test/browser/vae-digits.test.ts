import {describe} from "vitest";
import {train} from "../../lib/training/train.js";
import {startRun} from "../../tools/runs/start-run.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const id = "vae-digits";
/** Small enough for seconds. */
const small = {width: 32, batchSize: 16, maxSteps: 150};

/** How bright the plane's middle is, 0 to 255: what the canvas shows, read off a copy. */
function brightness(experiment: ExperimentPage): Promise<number> {
  return experiment.root.locator(".fig-latent canvas").evaluate((canvas) => {
    const copy = document.createElement("canvas").getContext("2d")!;
    copy.drawImage(canvas as HTMLCanvasElement, 0, 0);
    const {data} = copy.getImageData(0, 0, 300, 300);
    return data.filter((_, i) => i % 4 === 0).reduce((sum, v) => sum + v, 0) / (data.length / 4);
  });
}

describe("vae-digits on wasm", () => {
  browserTest(
    "shows a recorded plane, trains as Node does, decodes a place and codes a drawing",
    async ({open}) => {
      const experiment = await ExperimentPage.open(open, id, small, {ready: ".fig-latent"});
      const {page, root} = experiment;
      const plates = root.locator(".latent-desk figcaption");
      const madeBy = root.locator(".how-made");
      await experiment.showRecorded();
      await expect
        .poll(() => madeBy.textContent())
        .toMatch(/^Recorded \d{4}-\d\d-\d\d: 15 by 15 codes/);
      const recorded = await brightness(experiment);
      expect(recorded).toBeGreaterThan(5);

      await root.locator(".fig-latent .fig-plane-surface").focus();
      await page.keyboard.press("ArrowRight");
      await expect
        .poll(() => plates.first().textContent())
        .toMatch(/^the plane's picture nearest to \(0\.0/);

      await experiment.press("Train");
      await experiment.until("done");
      await expect.poll(() => madeBy.textContent()).toMatch(/^Live: .* after 150 steps/);

      const place = root.locator(".fig-latent .fig-plane-surface");
      await place.focus();
      await page.keyboard.press("ArrowUp");
      await expect
        .poll(() => plates.first().textContent())
        .toMatch(/^decoded from \(0\.0\d, 0\.0\d\)$/);
      expect(await plates.nth(1).textContent()).toMatch(
        /^nearest training picture: \d, 0\.\d{3} away/,
      );

      await root.getByLabel("where held-out pictures lie").check();
      await expect.poll(() => brightness(experiment)).not.toBe(recorded);
      await experiment.openTab("Draw a digit");
      const pad = root.locator(".fig-pad-surface");
      await pad.focus();
      for (const key of ["Space", ...Array<string>(6).fill("Shift+ArrowDown"), "Space"])
        await page.keyboard.press(key);
      await expect
        .poll(() => root.locator(".class-drawing [role=status]").textContent())
        .toMatch(/^The code of your digit is \(.*\), give or take \d\.\d\d and \d\.\d\d/);

      const {setup, run} = await startRun(id, small);
      for await (const _ of train(run, {steps: small.maxSteps}));
      const {scalars} = await setup.measure();
      setup.dispose();
      await experiment.openTab("Measures");
      const elbo = root.locator(".fig-metric", {hasText: "ELBO, held out"}).locator(".fig-big");
      await expect
        .poll(async () => Number((await elbo.textContent())?.replace("−", "-")))
        .toBeCloseTo(scalars.heldOutElbo!, 0);
    },
  );
});
