import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {coverageBars} from "../../figures/bars/coverage-bars.js";
import {readyInspect, sampleGrid} from "../../figures/sheet/sample-grid.js";
import {findImageSet} from "../../lib/datasets/index.js";
import type {ByteImages} from "../../lib/image.js";
import {leastShare} from "../../lib/metrics/class-coverage.js";
import type {ParamValue} from "../../lib/params.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {nearestOf} from "../shared/gan/nearest-of.js";
import {unjudgedWords} from "../shared/own-pictures.js";
import {columns, ganDigits, rows} from "./experiment.js";
import {walk} from "./walk.js";

const side = 28;

/** The sheet of samples, losses, the judge's scores, the Fréchet distance and the classes covered. */
export const ganDigitsView: MakeView<typeof ganDigits> = ({trainer, ask}) => {
  const grid = sampleGrid({
    label: "generated pictures",
    role: "generated",
    columns,
    rows,
    side,
    scale: 2,
    scored: true,
    onInspect: readyInspect(isAtWork(trainer), async (image) => {
      if (shownSet !== trainer.params.dataset)
        throw new Error("these are not of the chosen kind, press Train for new ones");
      return nearestOf(trainer, await ask("nearest", {image}));
    }),
  });
  const coverage = coverageFigure();
  const steps = overSteps(ganDigits, {
    frechet: {
      name: "classes",
      figure: captioned("Which classes the generator makes.", coverage.holder),
    },
  });
  const made = madeCaption(ganDigits.caption);
  const walking = walk({trainer, ask}, () => grid.value);
  let shown: ByteImages | undefined;
  let shownSet: ParamValue | undefined;

  return {
    picture: element("figure", {}, grid, made.element),
    figures: [
      ...steps.tabs,
      figureTab(
        "Walk",
        captioned("The way from one picture of the sheet to another.", walking.holder, "full"),
      ),
    ],
    drawSnapshot({step, arrays}, run) {
      const {samples, scores: opinions} = arrays;
      if (!samples) return;
      shown = samples;
      shownSet = run.params.dataset;
      grid.update({images: shown, ...(opinions && {scores: opinions.data})});
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      coverage.draw(run);
      walking.follow();
    },
    sheet: () => (shown ? sheetCanvas(shown, columns) : undefined),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};

/** The bars, made anew when the data set and so the class names change. */
function coverageFigure() {
  const holder = element("div", {});
  let dataset = "";
  let bars: ReturnType<typeof coverageBars> | undefined;
  const make = () => {
    const unjudged = unjudgedWords(dataset);
    if (unjudged) {
      holder.replaceChildren(element("p", {class: "fig-note"}, unjudged));
      return undefined;
    }
    const {classNames} = findImageSet(dataset);
    const threshold = leastShare(classNames.length);
    const made = coverageBars({label: "classes covered", classNames, threshold});
    holder.replaceChildren(made);
    return made;
  };
  return {
    holder,
    draw({params, measurements}: RunRecord<ExchangeOf<typeof ganDigits>["measured"]>) {
      if (dataset !== params.dataset) {
        dataset = String(params.dataset);
        bars = make();
      }
      const last = measurements.at(-1);
      const counts = last?.arrays.coverage;
      bars?.update({
        counts: counts?.data ?? new Uint32Array(10),
        total: last?.scalars.samples ?? 0,
      });
    },
  };
}
