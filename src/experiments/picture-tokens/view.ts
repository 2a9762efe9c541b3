import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {picturePairs} from "../../figures/sheet/picture-pairs.js";
import {codebookSheet, fullBar} from "../../figures/tokens/codebook-sheet.js";
import {tokenSheet} from "../../figures/tokens/token-sheet.js";
import type {ByteImages} from "../../lib/image.js";
import {pictureTokens} from "./experiment.js";
import {tokenMending} from "./token-mending.js";

const columns = 10;

/** Pictures being written token by token, the codebook, one picture mended, real ones redrawn, curves and measures. */
export const pictureTokensView: MakeView<typeof pictureTokens> = (host) => {
  const sheet = tokenSheet("pictures below their tokens");
  const made = madeCaption(pictureTokens.caption);
  const codebook = codebookFigure();
  const mending = tokenMending(host);
  const pairs = picturePairs({label: "held-out pictures and their drawings", places: 10});
  const steps = overSteps(pictureTokens);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, sheet, made.element),
    figures: [
      figureTab("Erase and fill in", mending.figure),
      {
        title: "Codebook",
        figures: [
          {
            name: "entries",
            figure: captioned(
              `What the decoder draws where an entry stands, a mean. The bar is how often it stands, cut at ${100 * fullBar} %; a dead entry is crossed out.`,
              codebook.holder,
              "full",
            ),
          },
          {
            name: "pictures redrawn",
            figure: captioned(
              "Pictures that it never learned from, and what it draws of their 49 tokens.",
              pairs,
              "full",
            ),
          },
        ],
      },
      ...steps.tabs,
    ],
    drawSnapshot(snapshot, run) {
      const {step, arrays} = snapshot;
      if (!arrays.samples) return;
      shown = arrays.samples;
      sheet.update({...arrays, images: arrays.samples});
      codebook.draw(arrays.patches, arrays.shares.data);
      mending.draw(snapshot, run);
      pairs.update({pictures: arrays.originals, drawings: arrays.redrawn});
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      mending.drawRun();
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};

/** The codebook, made anew for another number of entries. */
function codebookFigure() {
  const holder = element("div", {});
  let sheet: ReturnType<typeof codebookSheet> | undefined;
  let entries = 0;
  const make = (count: number) => {
    entries = count;
    sheet = codebookSheet("the codebook", count);
    holder.replaceChildren(sheet);
  };
  make(pictureTokens.params.entries.default);
  return {
    holder,
    draw(patches: ByteImages, shares: Float32Array) {
      if (shares.length !== entries) make(shares.length);
      sheet!.update({patches, shares});
    },
  };
}
