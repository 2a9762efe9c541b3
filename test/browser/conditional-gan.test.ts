import {describe} from "vitest";
import {train} from "../../lib/training/train.js";
import {startRun} from "../../tools/runs/start-run.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const id = "conditional-gan";
/** Small enough for seconds. */
const small = {baseWidth: 4, batchSize: 8, maxSteps: 10};

describe("conditional-gan on wasm", () => {
  browserTest(
    "draws what is asked for: from the recording first, then live, as Node does from the same seed",
    async ({open}) => {
      const page = await open(ExperimentPage.address(id, small), {
        viewport: {width: 1440, height: 900},
      });
      const experiment = new ExperimentPage(page, id);
      const asking = experiment.root.locator(".ask-for");
      const note = asking.locator(".fig-note");
      const field = asking.getByLabel("Ask for");
      await experiment.root.scrollIntoViewIfNeeded();
      await experiment.showRecorded();
      await expect.poll(() => note.textContent()).toMatch(/Recorded \d{4}-\d\d-\d\d/);
      expect(await field.inputValue()).toBe("2026");
      expect(await asking.locator("li").count()).toBe(4);
      await field.fill("7a");
      expect(await note.textContent()).toMatch(/It never learned “a”\. There is: 0, 1, /);
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      await field.fill("70");
      expect(await asking.locator("li").allTextContents()).toEqual(["7", "0"]);

      await experiment.press("Train");
      await experiment.until("done");
      await expect.poll(() => note.textContent()).toMatch(/^Asked for 70; .* Live, step 10\.$/);
      const {setup, run} = await startRun(id, small);
      for await (const _ of train(run, {steps: small.maxSteps}));
      setup.sample!({asked: "70", oneHand: true, hand: 1});
      const {asked, seen} = await setup.snapshot();
      expect(await note.textContent()).toContain(`the classifier sees ${[...seen!.data].join("")}`);
      const expected = Array.from(asked!.data.subarray(0, 784)).reduce(
        (sum, byte) => sum + byte,
        0,
      );
      // What is out of sight is not drawn.
      await asking.scrollIntoViewIfNeeded();
      await expect.poll(() => brightness(asking.locator("canvas").first())).toBe(expected);

      const before = await drawn(asking.locator("canvas").first());
      await asking.getByRole("button", {name: "Another hand"}).click();
      await expect.poll(() => drawn(asking.locator("canvas").first())).not.toBe(before);
      setup.dispose();
    },
  );
});

type Canvas = ReturnType<ReturnType<ExperimentPage["root"]["locator"]>["first"]>;

function drawn(canvas: Canvas): Promise<string> {
  return canvas.evaluate((each) => (each as HTMLCanvasElement).toDataURL());
}

/** The sum of its 28 x 28 pixels, each of which is three wide, read off a copy. */
function brightness(canvas: Canvas): Promise<number> {
  return canvas.evaluate((each) => {
    const {width, height} = each as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext("2d")!;
    copy.drawImage(each as HTMLCanvasElement, 0, 0);
    const {data} = copy.getImageData(0, 0, width, height);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum += data[i]!;
    return sum / 9;
  });
}
