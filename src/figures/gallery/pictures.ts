/** Sheets, rows and pairs of pictures. */
import {element} from "../../controls/element.js";
import {digits} from "../../lib/datasets/digits.js";
import {pick} from "../../lib/image.js";
import {pictureMosaic, pictureStrip} from "../picture-canvas.js";
import {crossedSheet} from "../sheet/crossed-sheet.js";
import {denoisingSheet} from "../sheet/denoising-sheet.js";
import {latentWalk} from "../sheet/latent-walk.js";
import {mistakesSheet} from "../sheet/mistakes-sheet.js";
import {pairChooser} from "../sheet/pair-chooser.js";
import {picturePairs} from "../sheet/picture-pairs.js";
import {picturePlates} from "../sheet/picture-plates.js";
import {pictureRow} from "../sheet/picture-row.js";
import {sampleGrid} from "../sheet/sample-grid.js";
import {sheetChoices} from "../sheet/sheet-choices.js";
import {sideBySide} from "../sheet/side-by-side.js";
import {stepsSheet} from "../sheet/steps-sheet.js";
import {toldPictures} from "../sheet/told-pictures.js";
import {colourPictures, scores, shapePictures} from "./synthetic.js";

export const pictures = {
  denoisingSheet: () => {
    const sheet = denoisingSheet({label: "Synthetic shapes out of noise", side: 14, count: 20});
    sheet.update({noisy: shapePictures(100, 41, 14), clean: shapePictures(100, 42, 14)});
    return sheet;
  },

  crossedSheet: () => {
    const sheet = crossedSheet({
      label: "Synthetic shapes, crossed",
      role: "generated",
      side: 14,
      columns: ["1", "2", "3", "4"],
      across: "noise",
      rows: 3,
    });
    sheet.update({images: shapePictures(12, 51, 14), rows: ["untold", "a ring", "a bar"]});
    return sheet;
  },

  stepsSheet: () => {
    const sheet = stepsSheet({
      ...{label: "Synthetic shapes in few and in many steps", side: 14, columns: 5},
      steps: [1, 2, 5],
    });
    const [before, after] = [shapePictures(15, 43, 14), shapePictures(15, 44, 14)];
    sheet.update({before, after, titles: {before: "before", after: "after 300 steps"}});
    return sheet;
  },

  sampleGrid: () => {
    const training = shapePictures(100, 2);
    const grid = sampleGrid({
      label: "Synthetic shapes instead of generated digits",
      role: "generated",
      columns: 8,
      rows: 5,
      scored: true,
      onInspect: async (index) => ({
        image: pick(training, [index]),
        distance: 4.2 + index / 10,
        label: `shape ${index + 1}`,
      }),
    });
    grid.update({images: shapePictures(40, 1), scores: scores(40, 0.45, 3)});
    return grid;
  },

  sampleGridColour: () => {
    const grid = sampleGrid({
      label: "Synthetic gradients instead of real pictures",
      role: "real",
      columns: 6,
      rows: 1,
      side: 24,
      scale: 4,
    });
    grid.update({images: colourPictures(6, 4)});
    return grid;
  },

  picturePlates: () => {
    const plates = picturePlates([
      {role: "generated", caption: "made"},
      {role: "real", caption: "nothing yet"},
    ]);
    plates.update([{image: shapePictures(1, 8), caption: "a shape"}, undefined]);
    return plates;
  },

  sheetChoices: () => {
    const choices = sheetChoices(
      "Which sheet do you expect?",
      ["one sheet", "another one"].map((alt, i) => ({
        name: `Sheet ${"AB"[i]}`,
        alt: `Synthetic shapes, ${alt}`,
        picture: pictureMosaic(shapePictures(9, 20 + i)),
      })),
    );
    choices.update({chosen: undefined, isFixed: false});
    return choices;
  },

  latentWalk: () => {
    const walk = latentWalk();
    const bow = Array.from({length: 25}, (_, i) => 4 - 1.2 * Math.sin((Math.PI * i) / 24));
    walk.update({
      sphere: shapePictures(25, 7),
      straight: shapePictures(25, 8),
      lengths: Float32Array.from([...bow.map(() => 4), ...bow]),
      usual: [2.7, 5.3],
    });
    return walk;
  },

  pictureRow: () => {
    const row = pictureRow({label: "Synthetic shapes in a row", role: "generated"});
    const captions = ["first", "second", "third", "fourth"];
    row.update({images: shapePictures(4, 5), captions, summary: captions.join(", ")});
    return row;
  },

  mistakesSheet: () => {
    const sheet = mistakesSheet({
      label: "Synthetic shapes instead of mistakes",
      classNames: digits.classNames,
      places: 12,
    });
    sheet.update({
      images: shapePictures(12, 8),
      truths: [4, 9, 3, 5, 7, 2, 8, 6, 1, 0, 4, 9],
      predictions: [9, 4, 5, 3, 2, 7, 3, 0, 7, 6, 9, 7],
      confidences: Array.from({length: 12}, (_, i) => 0.99 - 0.04 * i),
      title: "Mistakes: the surest 12 of 51.",
    });
    return sheet;
  },

  toldPictures: () => {
    const sheet = toldPictures({label: "Synthetic shapes and made-up labels", places: 10});
    const truths = [4, 9, 3, 5, 7, 2, 8, 6, 1, 0];
    const told = [9, 4, 5, 3, 2, 2, 8, 6, 1, 0];
    const said = [9, 9, 5, 3, 7, 2, 8, 0, 1, 0];
    sheet.update({
      ...{images: shapePictures(10, 9), truths, told, said, classNames: digits.classNames},
    });
    return sheet;
  },

  picturePairs: () => {
    const pairs = picturePairs({label: "Synthetic shapes, and others", places: 10});
    pairs.update({pictures: shapePictures(10, 11), drawings: shapePictures(10, 12)});
    return pairs;
  },

  pairChooser: () => {
    const chooser = pairChooser({
      label: "Synthetic gradients, and others",
      places: 8,
      side: 32,
      noun: "picture",
    });
    const data = {pictures: colourPictures(8, 13, 32), drawings: colourPictures(8, 14, 32)};
    chooser.update({...data, marks: {1: "A", 4: "B"}});
    chooser.addEventListener("input", () =>
      chooser.update({...data, marks: {[chooser.value ?? 0]: "A"}}),
    );
    return chooser;
  },

  sideBySide: () => {
    const compared = sideBySide("Two made-up runs side by side", (sheet) =>
      element("a", {href: sheet.toDataURL("image/png"), download: "two-runs.png"}).click(),
    );
    const runs = [1, 2].map((number) => ({
      name: `run ${number}`,
      made: "Made up.",
      picture: pictureStrip(shapePictures(1, 20 + number)),
    }));
    compared.update({
      left: runs[0]!,
      right: runs[1]!,
      differs: "Different: learning rate 0.002 → 0.01. The same: seed 7 and everything else.",
      measures: [
        {label: "Fréchet distance", left: "42", right: "61", floor: "16.5 to 19.5"},
        {label: "digits covered", left: "10", right: "8", floor: "10"},
      ],
    });
    return compared;
  },
};
