import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {originWords} from "../../experiment/run/origin-words.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {coverageBars} from "../../figures/bars/coverage-bars.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import {findImageSet} from "../../lib/datasets/index.js";
import type {ByteImages} from "../../lib/image.js";
import {leastShare} from "../../lib/metrics/class-coverage.js";
import type {ParamValue} from "../../lib/params.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {nearestOf} from "../shared/gan/nearest-of.js";
import {ganDigits} from "./experiment.js";
import {walk} from "./walk.js";

const side = 28;
const columns = 8;
const rows = 5;

/** The sheet of samples, losses, the judge's scores, the Fréchet distance and the classes covered. */
export const ganDigitsView: MakeView<typeof ganDigits> = ({trainer, ask}) => {
  const spec: Experiment = ganDigits;
  const grid = sampleGrid({
    label: "generated pictures",
    role: "generated",
    columns,
    rows,
    side,
    scored: true,
    onInspect: async (_index, image) => {
      if (shownSet !== trainer.params.dataset)
        throw new Error("these are not of the chosen kind, press Train for new ones");
      return nearestOf(trainer, await ask("nearest", {image}));
    },
  });
  const losses = curvesFigure(spec, ["discriminatorLoss", "generatorLoss"], {label: "losses"});
  const scores = curvesFigure(spec, ["realScore", "fakeScore"], {
    label: "the judge's opinion",
    levels: [{value: 0.5, label: "can't tell"}],
  });
  const distance = measureFigure(spec, "frechet", {
    floorLabel: "two sets of real pictures differ by this much",
    log: true,
  });
  const coverage = coverageFigure();
  const caption = element("figcaption", {class: "how-made"});
  const walking = walk({trainer, ask}, () => grid.value);
  let shown: ByteImages | undefined;
  let shownSet: ParamValue | undefined;

  return {
    figures: [
      element("figure", {class: "full"}, grid, caption),
      captioned(
        "Losses. Neither falls to zero: each network makes the other's task harder.",
        losses.figure,
      ),
      captioned("How real the judge finds both kinds of picture.", scores.figure),
      captioned("Distance between generated and real pictures.", distance.figure),
      captioned("Which classes the generator makes.", coverage.holder),
      captioned("The way from one picture of the sheet to another.", walking.holder, "full"),
    ],
    drawSnapshot({step, arrays}, run) {
      const {samples, scores: opinions} = arrays;
      if (!samples) return;
      shown = samples;
      shownSet = run.params.dataset;
      grid.update({images: shown, ...(opinions && {scores: opinions.data})});
      setText(caption, sheetCaption(step, run));
    },
    drawRun(run, compared, shownStep) {
      for (const part of [losses, scores, distance]) part.draw(run, compared, shownStep);
      coverage.draw(run);
      walking.follow();
    },
    sheet: () => (shown ? sheetCanvas(shown, columns) : undefined),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};

/** How the pictures on the sheet were made. */
function sheetCaption(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${rows * columns} pictures from the same fixed noise after ${step} steps, seed ${params.seed}, ${backend}.`;
}

/** The bars, made anew when the data set and so the class names change. */
function coverageFigure() {
  const holder = element("div", {});
  let dataset = "";
  let bars: ReturnType<typeof coverageBars> | undefined;
  return {
    holder,
    draw({params, measurements}: RunRecord<ExchangeOf<typeof ganDigits>["measured"]>) {
      if (dataset !== params.dataset || !bars) {
        dataset = String(params.dataset);
        const {classNames} = findImageSet(dataset);
        const threshold = leastShare(classNames.length);
        bars = coverageBars({label: "classes covered", classNames, threshold});
        holder.replaceChildren(bars);
      }
      const last = measurements.at(-1);
      const counts = last?.arrays.coverage;
      bars.update({
        counts: counts?.data ?? new Uint32Array(10),
        total: last?.scalars.samples ?? 0,
      });
    },
  };
}
