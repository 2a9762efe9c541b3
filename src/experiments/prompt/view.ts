import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {MakeView} from "../../experiment/view.js";
import {denoisingSheet} from "../../figures/sheet/denoising-sheet.js";
import {readyInspect, sampleGrid} from "../../figures/sheet/sample-grid.js";
import type {ByteImages} from "../../lib/image.js";
import {textOf} from "../../lib/text-array.js";
import {prompt, sheetCount} from "./experiment.js";
import {unpackReport} from "./prompt-report.js";
import {promptWords} from "./prompt-words.js";
import {withWord} from "./replaced-word.js";

const columns = 3;
const rows = sheetCount / columns;
const side = 16;

/** What was understood, pictures on their way out of noise, the nearest training pictures, curves and measures. */
export const promptView: MakeView<typeof prompt> = (host) => {
  const {trainer, ask, paramsOf, setParam} = host;
  const words = promptWords((word, other) =>
    setParam("prompt", withWord(paramsOf(trainer.run).prompt, word, other)),
  );
  const denoising = denoisingSheet({
    label: "pictures on their way out of noise",
    side,
    count: sheetCount,
    columns: {wide: columns, narrow: columns, from: 1},
    scale: 6,
  });
  const made = madeCaption(prompt.caption);
  const steps = overSteps(prompt);
  let shown: ByteImages | undefined;
  const grid = sampleGrid({
    ...{label: "generated pictures", role: "generated", columns, rows, side, scale: 4},
    onInspect: readyInspect(isAtWork(trainer), async (image) => {
      const {image: nearest, distance, name} = await ask("nearest", {image});
      return {
        image: nearest,
        distance: distance.data[0]!,
        label: textOf(name),
      };
    }),
  });
  return {
    picture: element("figure", {}, denoising, made.element),
    below: [words.element],
    figures: [
      figureTab(
        "Copies?",
        captioned(
          "Each picture at its end. Choose one to see the training picture nearest to it.",
          grid,
          "full",
        ),
      ),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      const {samples, noisy, clean, told} = arrays;
      if (!samples) return;
      shown = samples;
      denoising.update({noisy, clean});
      words.draw(unpackReport(told));
      grid.update({images: samples});
      made.draw(step, run);
    },
    drawRun: steps.draw,
    sheet: () => shown && sheetCanvas(shown, columns),
    sheetOf: ({arrays: {samples}}) => samples && sheetCanvas(samples, columns),
  };
};
