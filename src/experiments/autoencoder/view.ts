import {element} from "../../controls/element.js";
import {figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {pictureMosaic} from "../../figures/picture-canvas.js";
import {heldOutPairs} from "../shared/plane/held-out-pairs.js";
import {latentFigures} from "../shared/plane/latent-figures.js";
import {autoencoder} from "./experiment.js";

/** The plane, drawings, and everything over steps. */
export const autoencoderView: MakeView<typeof autoencoder> = (host) => {
  const latent = latentFigures(host, "the plane of codes");
  const made = madeCaption(autoencoder.caption);
  const pairs = heldOutPairs();
  const steps = overSteps(autoencoder);
  return {
    picture: element("figure", {}, latent.desk, made.element),
    below: [latent.layers],
    figures: [figureTab("Drawings", pairs.figure), ...steps.tabs],
    drawSnapshot({step, arrays}, run) {
      latent.draw(arrays, run);
      made.draw(step, run);
      pairs.draw(arrays);
    },
    drawRun: steps.draw,
    sheet: () => latent.sheet(),
    sheetOf: ({arrays: {plane}}) => plane && pictureMosaic(plane),
  };
};
