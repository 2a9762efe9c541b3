import type {Page} from "playwright";
import {describe} from "vitest";
import {ExperimentPage, type GivenParams, type Open, type Opening} from "./experiment-page.js";
import {browserTest, expect, type LookAt} from "./harness.js";
import {drawWithFinger, drawWithKeys, drawWithMouse} from "./pad.js";

/** Small enough for seconds, large enough to learn. */
const small = {width: 4, batchSize: 16, maxSteps: 100};
interface Drawn extends HTMLElement {
  value: Float32Array | undefined;
  update(data: unknown): void;
}

async function openClassifier(open: Open, params: GivenParams = {}, options: Opening = {}) {
  const experiment = await ExperimentPage.open(open, "digit-classifier", params, options);
  return {page: experiment.page, experiment, root: experiment.root};
}

/** The page that those share which train little, each after what it says of the run before. */
async function lookAtClassifier(look: LookAt) {
  const experiment = await ExperimentPage.look(look, "digit-classifier", small);
  return {page: experiment.page, experiment, root: experiment.root};
}

/** Ink of the pad's value: the sum of its pixels, each from 0 to 1; none when nothing is drawn. */
function inkOf(page: Page): Promise<number> {
  return page
    .locator("[data-experiment] .fig-pad")
    .evaluate((figure) =>
      [...((figure as Drawn).value ?? [])].reduce((sum, value) => sum + (value + 1) / 2, 0),
    );
}

function matrixSum(page: Page): Promise<number> {
  return page
    .locator("[data-experiment] .fig-confusion tbody td")
    .evaluateAll((cells) => cells.reduce((sum, cell) => sum + Number(cell.textContent), 0));
}

describe("digit-classifier on wasm", () => {
  browserTest("shows a recorded test to whoever asks, labelled", async ({look}) => {
    const {page, experiment, root} = await lookAtClassifier(look);
    await experiment.showRecorded();
    await expect
      .poll(() => root.locator(".how-made").textContent())
      .toMatch(/^Recorded \d{4}-\d\d-\d\d: 2,000 test pictures after \d+ steps, seed 7, wasm\.$/);
    await expect.poll(() => matrixSum(page)).toBe(2000);
    await expect.poll(() => root.locator(".fig-mistake:not([data-empty])").count()).toBe(12);
    expect(await experiment.status()).toBe("idle");
  });

  // One run for all that needs a trained network. Half of the default one; bench/SWEEPS.md says in how many seconds.
  browserTest(
    "after 300 steps reads 96 % of the test correctly, and a seven by mouse or finger, and a one by keys",
    async ({open}) => {
      const {page, experiment, root} = await openClassifier(
        open,
        {maxSteps: 300},
        {viewport: {width: 1440, height: 900}, hasTouch: true},
      );
      await experiment.press("Train");
      await experiment.until("done");
      await expect
        .poll(() => root.locator(".how-made").textContent())
        .toMatch(/^Live: .* 300 steps/);
      await experiment.openTab("Curves");
      const measured = () => root.locator(".fig-metric .fig-big").textContent();
      await expect.poll(async () => Number(await measured())).toBeGreaterThanOrEqual(96);
      await expect.poll(() => matrixSum(page)).toBe(2000);

      await experiment.openTab("Draw a digit");
      const answer = root.locator(".fig-bar-verdict");
      for (const [draw, width] of [
        [drawWithMouse, 1440],
        [drawWithFinger, 360],
      ] as const) {
        await page.setViewportSize({width, height: 900});
        await draw(page);
        expect(await inkOf(page)).toBeGreaterThan(40);
        await expect.poll(() => answer.textContent()).toContain("likely 7");
        await expect
          .poll(() => root.locator(".class-answer .fig-note").textContent())
          .toBe("The network after 300 steps.");
        const shares = await root.locator(".fig-bar-number").allTextContents();
        expect(shares).toHaveLength(10);
        expect(shares.every((share) => /^[<>]? ?[\d.]+ %$/.test(share))).toBe(true);
        await root.getByRole("button", {name: "Clear the drawing"}).click();
        await expect.poll(() => answer.textContent()).toBe("no answer yet");
      }

      await drawWithKeys(page);
      expect(await inkOf(page)).toBeGreaterThan(30);
      await expect.poll(() => answer.textContent()).toContain("likely 1");
      const spoken = root.locator(".fig-pad .fig-spoken");
      await expect.poll(() => spoken.textContent()).toBe("column 14, row 22");
      await page.keyboard.press("Backspace");
      await expect.poll(() => spoken.textContent()).toBe("nothing drawn");
      expect(await inkOf(page)).toBe(0);
    },
  );

  browserTest("shows the mistakes of a cell that the keys choose", async ({look}) => {
    const {page, root} = await lookAtClassifier(look);
    await expect.poll(() => matrixSum(page)).toBe(2000);
    const cells = root.locator(".fig-confusion tbody td");
    const counts = await cells.allTextContents();
    const chosen = counts.findIndex((text, i) => text !== "" && i % 11 !== 0);
    await cells.first().focus();
    for (let i = 0; i < Math.floor(chosen / 10); i++) await page.keyboard.press("ArrowDown");
    for (let i = 0; i < chosen % 10; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await cells.nth(chosen).getAttribute("aria-selected")).toBe("true");
    const words = await root.locator(".fig-mistake:not([data-empty])").allTextContents();
    expect(words).toHaveLength(Number(counts[chosen]));
    const [truth, predicted] = [Math.floor(chosen / 10), chosen % 10];
    for (const text of words) expect(text).toContain(`is ${truth}, taken for ${predicted}, `);
    await page.keyboard.press("Escape");
    expect(await root.locator(".fig-mistake:not([data-empty])").count()).toBe(12);
  });

  browserTest("answers while it is untrained, and again as it learns", async ({look}) => {
    const {page, experiment, root} = await lookAtClassifier(look);
    const note = root.locator(".class-answer .fig-note");
    await experiment.openTab("Draw a digit");
    await drawWithMouse(page);
    await expect.poll(() => note.textContent()).toContain("An untrained network");
    expect(await experiment.step()).toBe(0);
    expect(await root.locator(".how-made").textContent(), "still shown").toContain("Recorded");
    await experiment.press("Train");
    await experiment.until("done");
    await expect.poll(() => note.textContent()).toBe("The network after 100 steps.");
    await root.getByRole("button", {name: "Clear the drawing"}).click();
    expect(await inkOf(page)).toBe(0);
    expect(await root.locator(".fig-bar-verdict").textContent()).toBe("no answer yet");
  });

  browserTest("takes the names of clothes when these are chosen", async ({look}) => {
    const {experiment, root} = await lookAtClassifier(look);
    await root.locator('[data-param="dataset"] select').selectOption("clothes");
    await experiment.train();
    await expect.poll(() => root.locator(".how-made").textContent()).toContain("Live");
    const matrix = root.locator(".fig-confusion tbody th");
    await expect.poll(() => matrix.allTextContents()).toContain("sandal");
    expect(await root.locator(".fig-probabilities th").allTextContents()).toContain("sandal");
  });
});

describe("its figures in the gallery", () => {
  const figures = [
    "confusionMatrix",
    "confusionMatrixNamed",
    "mistakesSheet",
    "probabilityBars",
    "drawingPad",
  ];

  for (const [width, colorScheme] of [
    [360, "light"],
    [1440, "dark"],
  ] as const)
    browserTest(
      `have numbers that fit their cells and can be read at ${width} px`,
      async ({look}) => {
        const page = await look("gallery", {viewport: {width, height: 900}, colorScheme});
        for (const name of figures) await page.waitForSelector(`#${name} .fig`);
        const cells = await page
          .locator(".fig-confusion:not(.fig-contingency) tbody td")
          .evaluateAll((all) =>
            all.map((cell) => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return {
                text: range.getBoundingClientRect().width,
                room: cell.clientWidth,
                size: Number.parseFloat(getComputedStyle(cell).fontSize),
              };
            }),
          );
        expect(cells).toHaveLength(200);
        for (const {text, room, size} of cells) {
          expect(text).toBeLessThanOrEqual(room);
          expect(size).toBeGreaterThanOrEqual(12);
        }
      },
    );
});
