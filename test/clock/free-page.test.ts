import {describe} from "vitest";
import {drawAndWait} from "../../bench/draw-and-wait.js";
import {watchMainThread} from "../../bench/main-thread.js";
import {experiments} from "../../src/experiments/index.js";
import {ExperimentPage, type GivenParams, type Open} from "../browser/experiment-page.js";
import {browserTest, expect} from "../browser/harness.js";
import {drawWithMouse} from "../browser/pad.js";

/** What keeps a page from answering, in ms. */
const limit = 50;
const tooLong = (times: readonly number[]) => times.filter((ms) => ms > limit);

/** A garbage collection can make one task of a run longer, but not the same one in three runs. */
const byTheClock = {retry: 2} as const;

/** Where nothing but training is to be seen at work. */
async function openQuiet(open: Open, id: string, params: GivenParams): Promise<ExperimentPage> {
  const experiment = await ExperimentPage.open(open, id, params);
  await experiment.page.waitForLoadState("networkidle");
  return experiment;
}

describe("the page's main thread", () => {
  for (const {id, fewSteps} of Object.values(experiments))
    browserTest(`is free, and nothing moves, while ${id} trains`, byTheClock, async ({open}) => {
      const experiment = await openQuiet(open, id, {maxSteps: fewSteps});
      const heights = await experiment.heights();
      await experiment.press("Train");
      await experiment.untilStep(5);
      const {tasks} = await watchMainThread(experiment.page, () => experiment.until("done"));
      expect(tasks.length).toBeGreaterThan(20);
      expect(tooLong(tasks)).toEqual([]);
      expect(new Set(await heights()).size).toBe(1);
    });

  browserTest("is free while a digit is drawn and a model trains", byTheClock, async ({open}) => {
    const experiment = await openQuiet(open, "digit-classifier", {maxSteps: 120});
    await experiment.press("Train");
    await experiment.untilStep(5);
    const {tasks} = await watchMainThread(experiment.page, async () => {
      await drawWithMouse(experiment.page);
      await experiment.until("done");
    });
    expect(tasks.length).toBeGreaterThan(20);
    expect(tooLong(tasks)).toEqual([]);
  });

  browserTest("is free while a film is written", byTheClock, async ({open}) => {
    const plane = await openQuiet(open, "gan-plane", {maxSteps: 100});
    await plane.press("Train");
    await plane.until("done");
    await plane.root.getByText("Save and open").click();
    // By key: where a mouse is to press, Playwright itself keeps the page busy.
    await plane.root.getByRole("button", {name: "Film (GIF)"}).focus();
    const {tasks} = await watchMainThread(plane.page, async () => {
      await plane.saved("Film (GIF)", () => plane.page.keyboard.press("Enter"));
    });
    expect(tasks.length).toBeGreaterThan(20);
    expect(tooLong(tasks)).toEqual([]);
  });

  browserTest("answers about a drawing in time", byTheClock, async ({open}) => {
    const experiment = await openQuiet(open, "digit-classifier", {maxSteps: 10});
    await experiment.press("Train");
    await experiment.until("done");
    const times = (await experiment.page.evaluate(drawAndWait, 12)).sort((a, b) => a - b);
    expect(tooLong(times.slice(0, 6)), `${times.map(Math.round)} ms`).toEqual([]);
  });
});
