import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {pictureField} from "../shared/picture-field.js";
import {shownPictures, styleTransfer} from "./experiment.js";
import {styleFigure} from "./style-figure.js";
import {ownSide} from "./style-params.js";

type Arrays = ExchangeOf<typeof styleTransfer>["snapshot"];

/** The picture that is made with what it is made of, fields for the reader's own, and everything over steps. */
export const styleTransferView: MakeView<typeof styleTransfer> = ({
  trainer,
  paramsOf,
  controlOf,
}) => {
  const shown = styleFigure(controlOf("layer"));
  const made = madeCaption(styleTransfer.caption);
  const steps = overSteps(styleTransfer);
  let [arrays, run]: [Arrays?, RunRecord?] = [];
  const take = (role: "content" | "style", {data, shape}: ByteImages) => {
    const inputs = {...trainer.run.inputs, [role]: {data, shape}};
    void trainer.restart({...trainer.params, [role]: "own"}, {...trainer.run, inputs});
  };
  const draw = () => {
    if (!arrays || !run) return;
    const {layer} = paramsOf(run);
    const grams = [arrays.gram1, arrays.gram2, arrays.gram3][layer - 1]!;
    shown.update({pictures: arrays.pictures, grams});
  };
  return {
    picture: element("figure", {}, shown, made.element),
    below: [
      pictureField({text: "Content of your own …", side: ownSide}, (image) =>
        take("content", image),
      ).element,
      pictureField({text: "Style of your own …", side: ownSide}, (image) => take("style", image))
        .element,
    ],
    figures: steps.tabs,
    drawSnapshot({step, arrays: next}, of) {
      if (!next.pictures) return;
      [arrays, run] = [next, of];
      draw();
      made.draw(step, of);
    },
    drawRun(of, others, shownStep) {
      steps.draw(of, others, shownStep);
      draw();
    },
    sheet: () => arrays && madeCanvas(arrays),
    sheetOf: ({arrays: of}) => (of.pictures ? madeCanvas(of) : undefined),
  };
};

function madeCanvas({pictures}: Arrays): HTMLCanvasElement {
  return sheetCanvas(pick(pictures, [shownPictures.indexOf("made")]), 1);
}
