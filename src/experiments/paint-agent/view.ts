import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import {originWords} from "../../experiment/run/origin-words.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {paintReplay} from "../../figures/paint/paint-replay.js";
import {paintingChoices} from "../../figures/sheet/painting-choices.js";
import {lineDrawings} from "../../lib/datasets/line-drawings.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {type PaintRecord, paintAgent} from "./experiment.js";
import {ownPainting} from "./own-painting.js";
import {paintingsCanvas, replayOf, returnsOf} from "./paintings.js";

const names = [...Array.from({length: 10}, (_, k) => String(k)), ...lineDrawings];

/** What it paints, one of it stroke by stroke, what it makes of the reader's drawing, score and curves. */
export const paintAgentView: MakeView<typeof paintAgent> = (host) => {
  const spec: Experiment = paintAgent;
  const choices = paintingChoices({label: "targets and paintings", names});
  const replay = paintReplay({label: "a painting, stroke by stroke"});
  const own = ownPainting(host);
  const caption = element("figcaption", {class: "how-made"});
  const score = measureFigure(spec, "score", {
    floorLabel: "painters whose strokes are all random score this",
  });
  const reward = curvesFigure(spec, ["reward"], {
    label: "reward",
    levels: [{value: 0, label: "empty canvas"}],
  });
  const open = curvesFigure(spec, ["choices"], {label: "strokes to choose from"});
  const spread = curvesFigure(spec, ["spread"], {label: "spread of the weights"});
  let arrays: PaintRecord | undefined;
  const drawReplay = () => arrays && replay.update(replayOf(arrays, choices.value));
  choices.addEventListener("input", drawReplay);

  return {
    figures: [
      element(
        "figure",
        {class: "full"},
        element("div", {class: "paint-studio"}, choices, replay),
        caption,
      ),
      element(
        "figure",
        {class: "full"},
        element("figcaption", {}, "Draw something for it to paint: a digit, a letter, a sign."),
        own.holder,
      ),
      captioned("Score on digits that it never practised on.", score.figure),
      captioned("What its paintings earn while it tries things out.", reward.figure),
      captioned("How open its choice is: strokes that it hesitates between.", open.figure),
      captioned("Spread of what the gradient is weighted with: its noise.", spread.figure),
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
      setText(caption, howMade(snapshot.step, run));
      own.ask();
    },
    drawRun(run, compared, shownStep) {
      for (const part of [score, reward, open, spread]) part.draw(run, compared, shownStep);
      own.follow();
    },
    sheet: () => arrays && paintingsCanvas(arrays),
    sheetOf: (snapshot) => (snapshot.arrays.samples ? paintingsCanvas(snapshot.arrays) : undefined),
  };
};

/** How the paintings on the sheet came about. */
function howMade(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${names.length} targets and what was painted after ${step} steps of practice, seed ${params.seed}, ${backend}.`;
}
