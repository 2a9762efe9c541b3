import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {MakeView} from "../../experiment/view.js";
import {readyInspect, sampleGrid} from "../../figures/sheet/sample-grid.js";
import type {ByteImages} from "../../lib/image.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {columns, titledSheets} from "../shared/titled-sheets.js";
import {drawingDesk} from "./drawing-desk.js";
import {ownClass, shownSigns} from "./experiment.js";
import {titlesOf} from "./sheet-titles.js";

/** Drawings, new pictures and digits; the pad for drawings of one's own, the nearest drawing of each picture, curves and measures. */
export const ownClassView: MakeView<typeof ownClass> = ({trainer, ask, paramsOf}) => {
  const sheets = titledSheets({
    label: "drawings, new pictures, digits",
    sheets: {
      drawings: {role: "real", rows: 2},
      samples: {role: "generated", rows: 2},
      digits: {role: "generated", rows: 2},
    },
    side,
  });
  const made = madeCaption(ownClass.caption);
  const steps = overSteps(ownClass);
  const grid = sampleGrid({
    ...{label: "new pictures of the sign", role: "generated"},
    ...{columns: 5, rows: shownSigns / 5, side, scale: 4},
    onInspect: readyInspect(isAtWork(trainer), async (image) => {
      const {image: nearest, distance} = await ask("nearest", {image});
      return {image: nearest, distance: distance.data[0]!, label: "a drawing"};
    }),
  });
  const desk = drawingDesk(({data, shape}) => {
    const inputs = {drawings: {data, shape}};
    void trainer.restart({...trainer.params, sign: "own"}, {...trainer.run, inputs});
  });
  desk.take(trainer.run.inputs);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheets, made.element),
    figures: [
      figureTab(
        "Draw your own",
        captioned("Your sign, drawn by you: it stays in this browser.", desk.element, "full"),
      ),
      figureTab(
        "Copies?",
        captioned("Choose a new picture to see the drawing nearest to it.", grid, "full"),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {drawings, samples, digits} = arrays;
      if (!samples) return;
      shown = samples;
      const titles = titlesOf(arrays, paramsOf(run));
      sheets.update({
        drawings: {images: drawings, title: titles.drawings},
        samples: {images: samples, title: titles.samples},
        digits: {images: digits, title: titles.digits},
      });
      grid.update({images: samples});
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      desk.take(trainer.run.inputs);
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};
