import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {similarityMatrix} from "../../figures/similarity/similarity-matrix.js";
import type {ByteImages} from "../../lib/image.js";
import {textOf} from "../../lib/text-array.js";
import {amongCount, side, smallClip} from "./experiment.js";
import {searchFigure} from "./search-figure.js";
import {textScoreOf} from "./text-score.js";
import {textScoreFigure} from "./text-score-figure.js";

const columns = 10;

/** The matrix of similarities, a search, and everything over steps. */
export const smallClipView: MakeView<typeof smallClip> = (host) => {
  const matrix = similarityMatrix({
    label: "how alike captions and pictures are",
    count: amongCount,
    side,
  });
  const made = madeCaption(smallClip.caption);
  const search = searchFigure(host);
  const score = textScoreFigure();
  const steps = overSteps(smallClip);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, matrix, made.element),
    figures: [
      figureTab("Search", search.figure),
      figureTab(
        "Text score",
        captioned(
          "Mean similarity of captions and their own pictures (the line: its interval), of pairs that nothing was learned from. Grey: what it would be with the captions swapped.",
          score,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot(snapshot, run) {
      const {step, arrays} = snapshot;
      if (!arrays.pictures) return;
      shown = arrays.pictures;
      const similarities = arrays.similarities.data;
      const captions = JSON.parse(textOf(arrays.captions)) as string[];
      matrix.update({similarities, pictures: arrays.pictures, captions});
      score.update({score: textScoreOf(similarities, amongCount), similarities, captions});
      search.draw(snapshot, run);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      search.follow();
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {pictures}}) => pictures && sheetCanvas(pictures, columns),
  };
};
