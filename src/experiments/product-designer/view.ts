import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {MakeView} from "../../experiment/view.js";
import {pictureStrip} from "../../figures/picture-canvas.js";
import {pictureCell} from "../../figures/picture-cell.js";
import {redrawing} from "../../figures/redraw.js";
import type {ByteImages} from "../../lib/image.js";
import {madeCount, productDesigner} from "./experiment.js";
import {profileFigure} from "./profile-figure.js";
import {roundFigure} from "./round-figure.js";

const columns = 5;
/** CSS pixels that hold a round and the sheet side by side, each pixel of the sheet's pictures three of them wide. */
const roomy = 620;

/** A round beside what is made now; the profile, and everything over steps. */
export const productDesignerView: MakeView<typeof productDesigner> = (host) => {
  const round = roundFigure(host);
  const profile = profileFigure(host);
  const cells = Array.from({length: madeCount}, () => pictureCell(28, 28, 3, {role: "generated"}));
  const sheet = element(
    "div",
    {class: "designer-made", role: "img", "aria-label": `${madeCount} garments that it makes now`},
    ...cells.map((cell) => cell.element),
  );
  const root = element("div", {class: "fig designer"}, round.element, sheet);
  const redraw = redrawing(root, (width) => {
    const scale = width >= roomy ? 3 : 2;
    const strip = shown && pictureStrip(shown);
    for (const [i, cell] of cells.entries()) cell.draw(strip, strip && i, scale);
    round.redraw();
  });
  const made = madeCaption(productDesigner.caption);
  const steps = overSteps(productDesigner);
  let shown: ByteImages | undefined;
  return {
    picture: element("figure", {}, root, made.element),
    figures: [
      figureTab(
        "Profile",
        captioned(
          "What it has inferred, with an interval for each weight. Bold: surely not 0.",
          profile.element,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {samples} = arrays;
      if (!samples) return;
      shown = samples;
      round.draw(arrays, run);
      profile.draw(arrays, run);
      redraw();
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};
