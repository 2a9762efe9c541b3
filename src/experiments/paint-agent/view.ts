import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {MakeView} from "../../experiment/view.js";
import {paintReplay} from "../../figures/paint/paint-replay.js";
import {paintingChoices} from "../../figures/sheet/painting-choices.js";
import {lineDrawings} from "../../lib/datasets/line-drawings.js";
import {type PaintRecord, paintAgent} from "./experiment.js";
import {ownPainting} from "./own-painting.js";
import {paintingsCanvas, replayOf, returnsOf} from "./paintings.js";

const names = [...Array.from({length: 10}, (_, k) => String(k)), ...lineDrawings];

/** Its paintings, one of them stroke by stroke, the reader's drawing painted, score and curves. */
export const paintAgentView: MakeView<typeof paintAgent> = (host) => {
  const choices = paintingChoices({label: "targets and paintings", names});
  const replay = paintReplay({label: "a painting, stroke by stroke"});
  const own = ownPainting(host);
  const made = madeCaption(`${names.length} targets and what was painted`, "steps of practice");
  const steps = overSteps(paintAgent);
  let arrays: PaintRecord | undefined;
  const drawReplay = () => arrays && replay.update(replayOf(arrays, choices.value));
  choices.addEventListener("input", drawReplay);

  return {
    picture: element("figure", {}, choices, made.element),
    below: [element("div", {class: "paint-studio"}, replay)],
    figures: [
      ...steps.tabs,
      figureTab(
        "Draw a target",
        captioned("Draw something for it to paint: a digit, a letter, a sign.", own.holder, "full"),
      ),
    ],
    drawSnapshot(snapshot, run) {
      if (!snapshot.arrays.actions) return;
      arrays = snapshot.arrays;
      choices.update({
        targets: arrays.targets,
        paintings: arrays.samples,
        returns: returnsOf(arrays),
      });
      drawReplay();
      made.draw(snapshot.step, run);
      own.ask();
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      own.follow();
    },
    sheet: () => arrays && paintingsCanvas(arrays),
    sheetOf: (snapshot) => (snapshot.arrays.samples ? paintingsCanvas(snapshot.arrays) : undefined),
  };
};
