import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {type ByteImages, firstPictures} from "../../lib/image.js";
import {foolTheMetric} from "./experiment.js";
import {fooledSheet, places} from "./fooled-sheet.js";
import {type PanelData, panelFigure, rowsOfMeasurement, rowsOfPanel} from "./panel-figure.js";

const columns = 5;

/** The pictures with what both classifiers see in them, the panel of all scores, and everything over steps. */
export const foolTheMetricView: MakeView<typeof foolTheMetric> = () => {
  const sheet = fooledSheet();
  const [beside, below] = [panelFigure(), panelFigure()];
  const made = madeCaption(foolTheMetric.caption);
  const steps = overSteps(foolTheMetric);
  let shown: ByteImages | undefined;
  const drawPanel = (rows: PanelData["rows"], attack: unknown) => {
    for (const panel of [beside, below]) panel.update({rows, attack: String(attack)});
  };
  return {
    picture: element(
      "figure",
      {},
      element("div", {class: "fooled"}, sheet, element("div", {class: "fooled-beside"}, beside)),
      made.element,
    ),
    below: [element("div", {class: "fooled-below"}, below)],
    figures: steps.tabs,
    drawSnapshot({step, arrays}, run) {
      const {samples, judged, witnessed, sure, panel} = arrays;
      if (!samples) return;
      shown = samples;
      sheet.update({
        images: samples,
        judged: judged.data,
        witnessed: witnessed.data,
        sure: sure.data,
      });
      if (panel) drawPanel(rowsOfPanel(panel.data), run.params.attack);
      else if (step === 0) drawPanel(undefined, run.params.attack);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      const last = run.measurements.at(-1);
      if (last) drawPanel(rowsOfMeasurement(last, run.keptBack), run.params.attack);
    },
    sheet: () => shown && canvasOf(shown),
    sheetOf: ({arrays: {samples}}) => samples && canvasOf(samples),
  };
};

function canvasOf(images: ByteImages): HTMLCanvasElement {
  return sheetCanvas(firstPictures(images, places), columns);
}
