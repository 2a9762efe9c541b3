import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {pictureMosaic} from "../../figures/picture-canvas.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {latentFigures} from "../shared/plane/latent-figures.js";
import {planeCaption} from "../shared/plane/plane-caption.js";
import {heldOutPairs, planeMeasures, unrecognisedFigure} from "../shared/plane/plane-figures.js";
import {autoencoder} from "./experiment.js";

/** The plane, drawings, and everything over steps. */
export const autoencoderView: MakeView<typeof autoencoder> = (host) => {
  const spec: Experiment = autoencoder;
  const latent = latentFigures(host, "the plane of codes");
  const caption = element("figcaption", {class: "how-made"});
  const pairs = heldOutPairs();
  const reconstruction = curvesFigure(spec, ["reconstruction"], {label: "reconstruction"});
  const heldOut = measureFigure(spec, "heldOut", {floorLabel: "always drawing the mean picture"});
  const {gaps, holes, coverage} = planeMeasures(spec);
  const fitted = unrecognisedFigure(spec, "fittedHoles");
  const overSteps = [reconstruction, heldOut, gaps, holes, fitted, coverage];
  return {
    figures: [
      element("figure", {class: "full"}, latent.holder, caption),
      pairs.figure,
      captioned("How little the decoder expected the picture.", reconstruction.figure),
      captioned("The same, on pictures it never learned from.", heldOut.figure),
      captioned("Places of the plane to which hardly any picture is coded.", gaps.figure),
      captioned("Codes from N(0, 1) whose picture is no clear digit.", holes.figure),
      captioned("The same, with codes spread like those of real pictures.", fitted.figure),
      captioned("Classes among the pictures of these codes.", coverage.figure),
    ],
    drawSnapshot({step, arrays}, run) {
      latent.draw(arrays, run);
      setText(caption, planeCaption(step, run));
      pairs.draw(arrays);
    },
    drawRun(run, compared, shownStep) {
      for (const part of overSteps) part.draw(run, compared, shownStep);
    },
    sheet: () => latent.sheet(),
    sheetOf: ({arrays: {plane}}) => plane && pictureMosaic(plane),
  };
};
