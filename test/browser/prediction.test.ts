import type {BrowserContextOptions, Page} from "playwright";
import {describe} from "vitest";
import {axeViolations} from "./axe.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;

const id = "digit-classifier";
/** The figure's axis has 600 steps; this run ends at the 450th, and is small enough for seconds. */
const address = ExperimentPage.address(id, {seed: 7, width: 2, batchSize: 4, maxSteps: 450});

/** The prediction of the classifier's test accuracy on its page. */
async function openPrediction(open: Open, options: BrowserContextOptions = {}) {
  const page = await open(address, options);
  return {page, experiment: new ExperimentPage(page, id), ...(await reach(page))};
}

async function reach(page: Page) {
  const root = page.locator(`[data-prediction="${id}.testAccuracy"]`);
  const surface = root.locator(".fig-guess-surface");
  await root.scrollIntoViewIfNeeded();
  await surface.waitFor();
  await expect.poll(() => root.getAttribute("data-status")).not.toBeNull();
  const words = () => root.locator(".prediction-words").innerText();
  const status = () => root.getAttribute("data-status");
  const value = () =>
    root
      .locator(".fig-guess-plot")
      .evaluate((figure) => (figure as HTMLElement & {value: (number | null)[]}).value);
  return {root, surface, words, status, value};
}

/** Drags over the plot; shares of its width, and of its height from below. */
async function drag(page: Page, points: readonly (readonly [x: number, y: number])[]) {
  const surface = page.locator(`[data-prediction="${id}.testAccuracy"] .fig-guess-surface`);
  await surface.evaluate((element) => element.scrollIntoView({block: "center"}));
  const {x, y, width, height} = (await surface.boundingBox())!;
  const places = points.map(([px, py]) => [x + px * width, y + (1 - py) * height] as const);
  await page.mouse.move(...places[0]!);
  await page.mouse.down();
  for (const place of places.slice(1)) await page.mouse.move(...place, {steps: 12});
  await page.mouse.up();
}

/** What the experiment's own figure says of its test accuracy. */
function measured(experiment: ExperimentPage) {
  const head = experiment.root.locator(".fig-metric-head");
  return head.locator(".fig-big, .fig-where").allInnerTexts();
}

describe("a prediction", () => {
  browserTest(
    "drawn with the mouse is compared with the run, and kept over a reload",
    async ({open}) => {
      const {page, experiment, root, words, status, value} = await openPrediction(open);
      expect(await words()).toMatch(/^Draw a line from left to right/);
      await experiment.openTab("Curves");
      await experiment.root.scrollIntoViewIfNeeded();
      await experiment.showRecorded();
      await expect.poll(() => measured(experiment)).toEqual(["–", "guess it first"]);
      await experiment.press("Back to your run");
      await drag(page, [
        [0.01, 0.1],
        [0.3, 0.1],
      ]);
      expect(await words()).toMatch(/^Draw on: your line goes from step 0 to step 180/);
      await drag(page, [
        [0.3, 0.1],
        [1.1, 0.6],
      ]);
      expect(await words()).toBe("Your guess is ready. Now press Train in the experiment below.");
      const guess = await value();
      expect([guess[0], guess[3], guess[20]]).toEqual([10, 10, 60]);

      const speed = experiment.root.getByLabel("Speed");
      const fastest = await speed.inputValue();
      await speed.selectOption({label: "2 steps a second"});
      await experiment.press("Train");
      await expect.poll(status).toBe("running");
      await drag(page, [
        [0, 0.9],
        [1, 0.9],
      ]);
      expect(await value(), "a guess stands while the run goes on").toEqual(guess);
      await speed.selectOption(fastest);
      await experiment.until("done");
      await expect.poll(status).toBe("done");
      const way = experiment.root.getByRole("button", {
        name: "Your guess: compare the run with it",
      });
      await way.press("Enter");
      expect(await root.evaluate((section) => section === document.activeElement)).toBe(true);

      const [truth] = await measured(experiment);
      await expect
        .poll(words)
        .toMatch(/^On average your line was \d[\d.]* percentage points off\./);
      const said = await words();
      expect(said).toMatch(/Furthest off at step \d+: you drew \d[\d.]* %, it was \d[\d.]* %\./);
      expect(said).toContain("Direction: right. You let it rise, and it rose.");
      expect(said).toMatch(/End: too low. At step 450 you drew (3[6-9]|4[01]) %/);
      expect(said).toContain(`it was ${truth} % (95 % interval `);
      expect(said).toMatch(
        /Half of the rise was done by about step \d+; in your line, by step \d+/,
      );
      expect(await root.locator(".how-made").innerText()).toContain(
        "Live: 450 steps, seed 7, wasm",
      );
      expect(await root.locator(".fig-layer-truth circle").count()).toBe(10); // every 50 steps, from 0 on
      expect(await root.locator(".fig-guess-plot").getAttribute("aria-label")).toMatch(
        /Your guess: from 10 % at step 0 to 60 % at step 600\. The run: from \d[\d.]* % at step 0 to/,
      );

      await page.reload();
      const again = await reach(page);
      await expect.poll(again.value).toEqual(guess);
      await expect.poll(again.status).toBe("open");
      await experiment.openTab("Curves");
      await expect.poll(() => measured(experiment)).not.toContain("guess it first");
    },
  );

  browserTest(
    "is drawn, run and read by keyboard alone, without motion, and axe has nothing to say",
    async ({open}) => {
      const {page, experiment, root, surface, words, status, value} = await openPrediction(open, {
        reducedMotion: "reduce",
        colorScheme: "dark",
      });
      const spoken = root.locator(".fig-spoken");
      await page.keyboard.press("Tab"); // so that a focus is one by keyboard
      await surface.focus();
      await expect.poll(() => spoken.textContent()).toBe("step 0: nothing drawn");
      await page.keyboard.press("Shift+ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowDown");
      expect(await spoken.textContent()).toBe("step 0: 60 %");
      await page.keyboard.press("End");
      await page.keyboard.press("Space");
      expect(await spoken.textContent()).toBe("step 600: 60 %");
      await page.keyboard.press("Backspace");
      expect(await spoken.textContent()).toBe("step 600: nothing drawn");
      for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowDown");
      const guess = await value();
      expect([guess[0], guess[10], guess[20]]).toEqual([60, null, 30]);

      await experiment.root.getByRole("button", {name: "Train", exact: true}).press("Enter");
      await experiment.until("done");
      await expect.poll(status).toBe("done");
      await expect.poll(words).toContain("Direction: wrong. You let it fall, but it rose.");
      await surface.focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowUp");
      expect(await spoken.textContent()).toMatch(/^step 0: 60 %, the run \d[\d.]* %$/);
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  browserTest("shows the recorded run to whoever asks, by finger too", async ({open}) => {
    const {page, experiment, root, status, words, value} = await openPrediction(open, {
      viewport: {width: 360, height: 740},
      hasTouch: true,
    });
    await root.getByRole("button", {name: "Show the recorded run"}).tap();
    await expect.poll(status).toBe("recorded");
    await expect.poll(words).toMatch(/^This is the recorded run\. You had drawn no guess/);
    expect(await root.locator(".how-made").innerText()).toMatch(
      /Recorded \d{4}-\d\d-\d\d: 600 steps/,
    );
    await experiment.openTab("Curves");
    await experiment.root.scrollIntoViewIfNeeded();
    await experiment.showRecorded();
    await expect.poll(() => measured(experiment)).toContain("step 600");
    await root.getByRole("button", {name: "Hide the recorded run"}).tap();
    await expect.poll(status).toBe("open");
    await drawWithFinger(page);
    const drawn = (await value()).filter((each) => each !== null);
    expect(drawn.length).toBeGreaterThan(10);
    expect(new Set(drawn).size).toBeGreaterThan(5);
  });
});

/** A rising line. */
async function drawWithFinger(page: Page): Promise<void> {
  const surface = page.locator(`[data-prediction="${id}.testAccuracy"] .fig-guess-surface`);
  await surface.evaluate((element) => element.scrollIntoView({block: "center"}));
  const {x, y, width, height} = (await surface.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const at = (share: number) => [{x: x + share * width, y: y + (0.9 - 0.8 * share) * height}];
  await session.send("Input.dispatchTouchEvent", {type: "touchStart", touchPoints: at(0.02)});
  for (let i = 1; i <= 10; i++)
    await session.send("Input.dispatchTouchEvent", {type: "touchMove", touchPoints: at(i / 10)});
  await session.send("Input.dispatchTouchEvent", {type: "touchEnd", touchPoints: []});
}
