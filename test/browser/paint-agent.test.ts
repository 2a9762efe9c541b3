import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect, type Look, type LookAt} from "./harness.js";

/** Small enough for seconds. */
const small = {width: 6, batchSize: 4, strokes: 5, maxSteps: 10};

/** The page that all share. */
async function lookAtPainter(look: LookAt, how: Look = {}) {
  const ready = ".fig-choice";
  const experiment = await ExperimentPage.look(look, "paint-agent", small, {ready, ...how});
  return {page: experiment.page, experiment, root: experiment.root};
}

describe("paint-agent on wasm", () => {
  browserTest("shows recorded paintings, labelled, stroke by stroke", async ({look}) => {
    const {experiment, root} = await lookAtPainter(look);
    await experiment.showRecorded();
    await expect
      .poll(() => root.locator(".how-made").textContent())
      .toMatch(
        /^Recorded \d{4}-\d\d-\d\d: 16 targets .* after 400 steps of practice, seed 7, wasm/,
      );
    expect(await root.locator(".fig-choice").count()).toBe(16);
    await root.getByRole("radio", {name: "house"}).check();
    const where = root.locator(".paint-studio .fig-replay-where");
    await expect.poll(() => where.textContent()).toMatch(/^stroke 12 of 12 earned/);
    const slider = root.locator(".paint-studio input[type=range]");
    await slider.focus();
    await slider.press("Home");
    expect(await where.textContent()).toBe("an empty canvas; 12 strokes to come");
    await slider.press("ArrowRight");
    const words = await where.textContent();
    expect(words).toMatch(/^stroke 1 of 12 earned .* % of the task is done$/);
    expect(await slider.getAttribute("aria-valuetext")).toBe(words);
  });

  browserTest("plays a painting, and only steps where motion is to be reduced", async ({look}) => {
    const moving = await lookAtPainter(look);
    const studio = moving.root.locator(".paint-studio");
    await studio.getByRole("button", {name: "Play"}).click();
    const position = () => studio.locator("input[type=range]").inputValue();
    await expect.poll(position).toBe("12");
    await expect.poll(() => studio.getByRole("button", {name: "Play"}).count()).toBe(1);
    const still = await lookAtPainter(look, {reducedMotion: "reduce"});
    const next = still.root.locator(".paint-studio").getByRole("button", {name: "Next stroke"});
    const at = still.root.locator(".paint-studio input[type=range]");
    await expect.poll(() => at.inputValue()).toBe("12");
    await next.click();
    expect(await at.inputValue()).toBe("0");
    await next.click();
    await still.page.waitForTimeout(1000);
    expect(await at.inputValue()).toBe("1");
  });

  browserTest("trains, and paints what is drawn on the pad", async ({look}) => {
    const {page, experiment, root} = await lookAtPainter(look);
    await experiment.openTab("Draw a target");
    const own = root.locator(".paint-answer");
    await root.locator(".fig-pad-surface").focus();
    await page.keyboard.press("Space");
    for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Space");
    await expect.poll(() => own.locator(".fig-note").textContent()).toContain("never practised");
    await expect
      .poll(() => own.locator(".fig-replay-where").textContent())
      .toMatch(/^stroke 5 of 5/);
    await experiment.press("Train");
    await experiment.until("done");
    await expect
      .poll(() => root.locator(".how-made").textContent())
      .toMatch(/^Live: .* after 10 steps/);
    await own.scrollIntoViewIfNeeded(); // what nobody sees is not painted
    await expect
      .poll(() => own.locator(".fig-note").textContent())
      .toBe("The painter after 10 steps of practice.");
    const before = await own.locator("canvas").nth(1).evaluate(pixels);
    await own.getByRole("button", {name: "Paint it again"}).click();
    await expect.poll(() => own.locator("canvas").nth(1).evaluate(pixels)).not.toBe(before);
  });
});

browserTest("Train is not lost where a question loads the engine", async ({open}) => {
  const page = await open("about", {viewport: {width: 1440, height: 900}});
  const [isPressed, press] = signal();
  const [isLoading, load] = signal();
  await page.route(/\.wasm/, async (route) => {
    load();
    await isPressed;
    await route.continue();
  });
  await page.goto(page.url().replace("about", ExperimentPage.address("paint-agent", small)));
  const experiment = new ExperimentPage(page, "paint-agent");
  const {root} = experiment;
  await root.scrollIntoViewIfNeeded();
  await root.locator(".fig-choice").first().waitFor();
  await experiment.openTab("Draw a target");
  await root.locator(".fig-pad-surface").focus();
  for (const key of ["Space", "Shift+ArrowDown", "Space"]) await page.keyboard.press(key);
  await isLoading;
  expect(await experiment.status()).toBe("idle");
  await experiment.press("Train");
  await experiment.until("loading");
  press();
  await experiment.until("done");
});

/** A promise, and what fulfils it. */
function signal(): readonly [promise: Promise<void>, fulfil: () => void] {
  let fulfil = () => {};
  const promise = new Promise<void>((resolve) => {
    fulfil = resolve;
  });
  return [promise, fulfil];
}

function pixels(canvas: Element): string {
  return (canvas as HTMLCanvasElement).toDataURL();
}

describe("the wheel of cases", () => {
  browserTest("is answered and spun by the keys, without motion", async ({look}) => {
    const page = await look("lessons/02-machine-learning/which-kind", {reducedMotion: "reduce"});
    await page.locator(".case-wheel, .case-wheel-to-come").scrollIntoViewIfNeeded();
    const wheel = page.locator(".case-wheel");
    await wheel.waitFor();
    await wheel.getByRole("button", {name: "reinforcement"}).press("Enter");
    const feedback = wheel.getByRole("status");
    expect(await feedback.textContent()).toMatch(/^No\. A reward says/);
    await wheel.getByRole("button", {name: "supervised", exact: true}).press("Enter");
    expect(await feedback.textContent()).toMatch(/^Yes\. /);
    expect(await wheel.locator(".wheel-score").textContent()).toBe("1 of 12 answered, 0 at once");
    await wheel.getByRole("button", {name: "Spin the wheel"}).press("Enter");
    expect(await wheel.locator(".wheel-title").textContent()).not.toBe("Case 1 of 12");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("wheel-title");
    const turning = await wheel
      .locator(".wheel-disc")
      .evaluate((disc) => getComputedStyle(disc).transitionDuration);
    expect(turning).toBe("0s");
  });
});
