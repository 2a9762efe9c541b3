/** Figures that are drawn, painted, or done step by step. */
import {digits} from "../../lib/datasets/digits.js";
import {drawingPad} from "../paint/drawing-pad.js";
import {paintReplay} from "../paint/paint-replay.js";
import {paintingChoices} from "../sheet/painting-choices.js";
import {stepStages} from "../time/step-stages.js";
import {madeUpReplay, shapePictures} from "./synthetic.js";

export const drawings = {
  drawingPad: () => drawingPad({label: "Your digit"}),

  paintReplay: () => {
    const replay = paintReplay({label: "A made-up painting, stroke by stroke"});
    replay.update(madeUpReplay(9, 12));
    return replay;
  },

  paintingChoices: () => {
    const choices = paintingChoices({
      label: "Synthetic shapes instead of paintings",
      names: digits.classNames,
    });
    choices.update({
      targets: shapePictures(10, 11),
      paintings: shapePictures(10, 12),
      returns: Array.from({length: 10}, (_, i) => 0.75 - 0.1 * i),
    });
    return choices;
  },

  stepStages: () => {
    const stages = stepStages("One made-up step, stage by stage");
    const numbers = {
      noise: "64 times 2; the first one shown: (0.31, −1.20)",
      generator: "2 → 32 → 32 → 2",
      samples: "64 of each kind; that one: (0.52, 0.08)",
      judge: "real 0.61, generated 0.44",
      losses: "judge 1.31, generator 0.82",
      gradients: "length: judge 0.12, generator 0.30",
      update: "rate 0.005; judge 1 times, generator once",
    };
    stages.update({step: 12, numbers, playMs: 0});
    return stages;
  },
};
