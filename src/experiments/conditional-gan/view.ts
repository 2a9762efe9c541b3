import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {agreementBars} from "../../figures/bars/agreement-bars.js";
import {readyInspect, sampleGrid} from "../../figures/sheet/sample-grid.js";
import {findImageSet} from "../../lib/datasets/index.js";
import type {ByteImages} from "../../lib/image.js";
import type {ParamValue} from "../../lib/params.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {nearestOf} from "../shared/gan/nearest-of.js";
import {unjudgedWords} from "../shared/own-pictures.js";
import {shownSet} from "../shared/shown-set.js";
import {askFor} from "./ask-for.js";
import {askedNames} from "./asked-classes.js";
import {conditionalGan, sheetColumns} from "./experiment.js";

const rows = 10;

/** The sheet with a row for each class, what the reader asks for, losses, opinions, distance and agreement. */
export const conditionalGanView: MakeView<typeof conditionalGan> = (host) => {
  const {trainer, ask} = host;
  let shown: ByteImages | undefined;
  let shownSet: ParamValue | undefined;
  const grid = sampleGrid({
    label: "generated pictures, a row for each class",
    role: "generated",
    columns: sheetColumns,
    scale: 2,
    rows,
    scored: true,
    onInspect: readyInspect(isAtWork(trainer), async (image) => {
      if (shownSet !== trainer.params.dataset)
        throw new Error("these are not of the chosen kind, press Train for new ones");
      return nearestOf(trainer, await ask("nearest", {image}));
    }),
  });
  const made = madeCaption();
  const asking = askFor(host);
  const byClass = byClassFigure();
  const steps = overSteps(conditionalGan, {
    agreement: {
      name: "by class",
      figure: captioned("The same by class. The grey mark is for real pictures.", byClass.holder),
    },
  });

  return {
    picture: element("figure", {}, grid, made.element),
    figures: [
      figureTab(
        "Ask for",
        captioned("Ask for something, and see it drawn.", asking.holder, "full"),
      ),
      ...steps.tabs,
    ],
    drawSnapshot(snapshot, run) {
      const {step, arrays} = snapshot;
      if (!arrays.samples) return;
      shown = arrays.samples;
      shownSet = run.params.dataset;
      grid.update({images: shown, scores: arrays.scores.data});
      made.draw(step, run, rowsWords(run));
      asking.draw(snapshot, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      byClass.draw(run);
      asking.drawRun();
    },
    sheet: () => (shown ? sheetCanvas(shown, sheetColumns) : undefined),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, sheetColumns),
  };
};

/** What the rows and columns are. */
function rowsWords({params}: RunRecord): string {
  const set = String(params.dataset);
  const {classNames} = shownSet(set);
  const names = askedNames(set, classNames).map((name, i) =>
    name === classNames[i] ? name : `${name} (${classNames[i]})`,
  );
  return `Asked for, from top to bottom: ${names.join(", ")}. A column has the same noise throughout. `;
}

/** The bars, made anew when the data set and so the class names change. */
function byClassFigure() {
  const holder = element("div", {});
  let dataset = "";
  let bars: ReturnType<typeof agreementBars> | undefined;
  const make = (name: string) => {
    dataset = name;
    const unjudged = unjudgedWords(name);
    if (unjudged) {
      bars = undefined;
      holder.replaceChildren(element("p", {class: "fig-note"}, unjudged));
      return;
    }
    bars = agreementBars({label: "seen as asked", classNames: findImageSet(name).classNames});
    holder.replaceChildren(bars);
  };
  make(String(conditionalGan.params.dataset.default));
  return {
    holder,
    draw({params, measurements}: RunRecord<ExchangeOf<typeof conditionalGan>["measured"]>) {
      if (dataset !== params.dataset) make(String(params.dataset));
      const {agreement, realAgreement} = measurements.at(-1)?.arrays ?? {};
      const isMeasured = agreement && realAgreement;
      bars?.update(isMeasured && {made: agreement.data, real: realAgreement.data});
    },
  };
}
