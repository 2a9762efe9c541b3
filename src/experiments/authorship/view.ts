import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {joinedPictures} from "../../lib/image.js";
import {pictureRows} from "../shared/picture-rows.js";
import {type AuthorshipData, authorshipRows, optOutWords} from "./authorship-rows.js";
import {changeTable} from "./change-table.js";
import {authorship} from "./experiment.js";
import {shownCount, side, sourceCount} from "./sources.js";

/** The matrix of pictures made with all sources and without each, and everything over steps. */
export const authorshipView: MakeView<typeof authorship> = ({paramsOf, controlOf}) => {
  const matrix = pictureRows({
    label: "pictures made with all sources, and without each",
    roles: Array.from({length: 2 + sourceCount}, (_, i) =>
      i === 1 + sourceCount ? "chance" : "generated",
    ),
    ...{columns: shownCount, side},
  });
  const table = changeTable("how much each picture changes");
  const made = madeCaption(authorship.caption);
  const told = element("p", {class: "fig-note"}, " ");
  const steps = overSteps(authorship);
  let shown: Omit<AuthorshipData, "optOut"> | undefined;
  const draw = (run: RunRecord) => {
    if (!shown) return;
    const data = {...shown, optOut: String(paramsOf(run).optOut)};
    matrix.update(authorshipRows(data));
    setText(told, optOutWords(data));
  };
  return {
    picture: element("figure", {}, matrix, made.element),
    below: [controlOf("optOut"), told],
    figures: [
      figureTab(
        "The changes",
        captioned(
          "How much each picture of the matrix changes without a source, in hundredths of the range from black to white. Bold and blue: more than the floor, the most that it changes in the runs by lot.",
          table,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.whole) return;
      const {whole, without, atRandom, beyond} = arrays;
      shown = {whole, without, atRandom, beyond: beyond.data};
      table.update({
        changes: arrays.changes.data,
        floor: arrays.floor.data,
        beyond: beyond.data,
      });
      draw(run);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      draw(run);
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(allOf(shown), shownCount),
    sheetOf: ({arrays}) => arrays.whole && sheetCanvas(allOf(arrays), shownCount),
  };
};

/** The matrix as one list of pictures, row by row. */
function allOf({whole, without, atRandom}: Pick<AuthorshipData, "whole" | "without" | "atRandom">) {
  return joinedPictures([whole, without, atRandom]);
}
