import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {ratesOf} from "./arena-params.js";
import {arenaSheet} from "./arena-sheet.js";
import {contenderNames, contenders, perContender, stepsBy, turnsPerSecond} from "./contenders.js";
import {arena} from "./experiment.js";
import {fourSheets} from "./four-sheets.js";
import {judgingTab} from "./judging-tab.js";
import {ownRunsTab} from "./own-runs-tab.js";
import {rankingTab} from "./ranking-tab.js";
import {timingTab} from "./timing-tab.js";

type Sheets = ExchangeOf<typeof arena>["snapshot"];

/** Four sheets that grow side by side, the scores of all four, curves and measures. */
export const arenaView: MakeView<typeof arena> = (host) => {
  const {paramsOf} = host;
  const sheets = fourSheets("pictures of all four");
  const made = madeCaption(arena.caption);
  const steps = overSteps(arena);
  const judging = judgingTab(host);
  const ranking = rankingTab(host);
  const timing = timingTab(host);
  const ownRuns = ownRunsTab(host);
  let shown: {readonly images: Sheets; readonly step: number; readonly run: RunRecord} | undefined;
  const sheetOf = (images: Sheets, step: number, run: RunRecord) => {
    const rows = judging.rowsAt(step);
    const made = `${secondsAt(step)} s each, seed ${run.params.seed}, ${run.backend ?? "not trained"}.`;
    return arenaSheet(
      contenders.map((name) => ({name: contenderNames[name], images: images[name]})),
      rows,
      rows.length > 0 ? `${made} In brackets: intervals of 95 %.` : made,
    );
  };
  return {
    picture: element("figure", {}, sheets, made.element),
    figures: [ranking.tab, judging.tab, ownRuns, timing.tab, ...steps.tabs],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.gan) return;
      shown = {images: arrays, step, run};
      const rates = ratesOf(paramsOf(run));
      const lines = perContender((name) => `${stepsBy(step, rates[name])} steps`);
      sheets.update({images: arrays, lines});
      made.draw(step, run, `${secondsAt(step)} s each. `);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      ranking.follow(run);
      judging.follow();
      timing.follow();
    },
    sheet: () => shown && sheetOf(shown.images, shown.step, shown.run),
    sheetOf: ({step, arrays}, run) => arrays.gan && sheetOf(arrays, step, run),
  };
};

function secondsAt(turns: number): string {
  return (turns / turnsPerSecond).toFixed(1);
}
