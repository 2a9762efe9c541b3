/**
 * What a page does beside the training: its main thread while each experiment trains on wasm in Chromium, in a window of 1440 by 900,
 * from step 5 to the end of some seconds.
 */
import {experiments, findExperiment} from "../../src/experiments/index.js";
import {ExperimentPage} from "../../test/browser/experiment-page.js";
import {watchMainThread} from "../main-thread.js";
import type {Part, Row} from "../part.js";
import {onSitePage} from "../site-page.js";
import {round} from "../summary.js";

const limitMs = 50;

export const page: Part = {
  title: "The page's main thread",
  async measure(say) {
    const rows: Row[] = [];
    for (const id of Object.keys(experiments)) {
      const row = await rowOf(id);
      say(`${id}: longest task ${row["longest ms"]} ms`);
      rows.push(row);
    }
    const note = `Processor time of the thread, by Chromium's trace, from step 5 on. The limit is ${limitMs} ms a task. Busy: of the time that passed.`;
    return [{title: "Tasks of the main thread while an experiment trains", rows, note}];
  },
};

async function rowOf(id: string): Promise<Row> {
  return onSitePage(
    ExperimentPage.address(id, {maxSteps: findExperiment(id).fewSteps}),
    async (window) => {
      await window.setViewportSize({width: 1440, height: 900});
      const experiment = new ExperimentPage(window, id);
      await experiment.root.scrollIntoViewIfNeeded();
      await window.waitForLoadState("networkidle");
      await experiment.press("Train");
      await experiment.untilStep(5);
      const start = performance.now();
      const {tasks, layoutMs, paintMs} = await watchMainThread(window, () =>
        experiment.until("done"),
      );
      const passed = performance.now() - start;
      const all = tasks.reduce((sum, ms) => sum + ms, 0);
      return {
        experiment: id,
        "longest ms": round(tasks[0] ?? 0),
        "fifth ms": round(tasks[4] ?? 0),
        "layout ms": round(layoutMs),
        "painting ms": round(paintMs),
        "all ms": round(all),
        "busy %": round((100 * all) / passed),
      };
    },
  );
}
