import {captioned, measureFigure} from "../../../experiment/panels/over-steps.js";
import {picturePairs} from "../../../figures/sheet/picture-pairs.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {PlaneSnapshot} from "./plane-exchange.js";

const unrecognised = "of held-out real pictures as many are not recognised";

/** The measures over steps that `autoencoder` and `vae-digits` both have, of codes from N(0, 1) and of the plane they fill. */
export function planeMeasures(spec: Experiment) {
  return {
    gaps: measureFigure(spec, "gaps", {floorLabel: "points drawn from N(0, 1) leave as many"}),
    holes: unrecognisedFigure(spec, "holes"),
    coverage: measureFigure(spec, "coverage", {floorLabel: "all ten", role: "judge", most: 10}),
  };
}

/** A measure in per cent of pictures that the classifier does not recognise. */
export function unrecognisedFigure(spec: Experiment, name: string) {
  return measureFigure(spec, name, {floorLabel: unrecognised, role: "judge"});
}

/** Ten held-out pictures, each above what the model draws of its code. */
export function heldOutPairs() {
  const pairs = picturePairs({label: "held-out pictures and their drawings", places: 10});
  const words = "Pictures that it never learned from, and what it draws of their codes.";
  return {
    figure: captioned(words, pairs, "full"),
    draw({pictures, drawings}: PlaneSnapshot) {
      if (!pictures || !drawings) return;
      pairs.update({pictures, drawings});
    },
  };
}
