/** One example of every figure, by name: what the gallery page shows and the browser tests drive. */

import {element} from "../../controls/element.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {digits} from "../../lib/datasets/digits.js";
import {ganDigits} from "../../lib/experiments/gan-digits.js";
import {pick} from "../../lib/image.js";
import {agreementBars} from "../agreement-bars.js";
import {clusterPlane} from "../cluster-plane.js";
import {clusterSheet} from "../cluster-sheet.js";
import {confusionMatrix} from "../confusion-matrix.js";
import {contingencyFigure} from "../contingency-table.js";
import {coverageBars} from "../coverage-bars.js";
import {drawingPad} from "../drawing-pad.js";
import {elboSplit} from "../elbo-split.js";
import {emptyGuess, withStroke} from "../guess.js";
import {guessPlot} from "../guess-plot.js";
import {planePicture} from "../latent-layers.js";
import {latentPlane} from "../latent-plane.js";
import {latentWalk} from "../latent-walk.js";
import {type LossCurvesData, lossCurves} from "../loss-curves.js";
import {metricBand} from "../metric-band.js";
import {mistakesSheet} from "../mistakes-sheet.js";
import {paintReplay} from "../paint-replay.js";
import {paintingChoices} from "../painting-choices.js";
import {pairChooser} from "../pair-chooser.js";
import {pictureStrip} from "../picture-canvas.js";
import {picturePairs} from "../picture-pairs.js";
import {picturePlates} from "../picture-plates.js";
import {pictureRow} from "../picture-row.js";
import {plane} from "../plane.js";
import {probabilityBars} from "../probability-bars.js";
import {sampleGrid} from "../sample-grid.js";
import {shareBars, sharesOf} from "../share-bars.js";
import {sheetChoices} from "../sheet-choices.js";
import {sideBySide} from "../side-by-side.js";
import {stepStages} from "../step-stages.js";
import {timeline} from "../timeline.js";
import {
  colourPictures,
  confusions,
  madeUpReplay,
  noisyLoss,
  planeArrays,
  scores,
  shapePictures,
  sortedShapes,
} from "./synthetic.js";

const guessed = {
  label: "test accuracy",
  unit: "%",
  limit: 600,
  axis: {low: 0, high: 100},
  role: "judge",
} as const;

export const gallery = {
  sampleGrid: () => {
    const training = shapePictures(100, 2);
    const grid = sampleGrid({
      label: "Synthetic shapes in place of generated digits",
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
      label: "Synthetic gradients in place of real pictures",
      role: "real",
      columns: 6,
      rows: 1,
      side: 24,
      scale: 4,
    });
    grid.update({images: colourPictures(6, 4)});
    return grid;
  },

  lossCurves: () => {
    const curves = lossCurves({
      label: "Losses",
      series: lossSeries,
      levels: [{value: 2 * Math.LN2, label: "judge guesses: 2 ln 2"}],
    });
    curves.update({...lossData(3000, 1), limit: 4000, shownStep: 1200});
    return curves;
  },

  lossCurvesLog: () => {
    const curves = lossCurves({label: "Losses of two runs, logarithmic", series: lossSeries});
    const comparisons = [{label: "run 1 (learning rate 0.01)", ...lossData(900, 8)}];
    curves.update({...lossData(600, 4), limit: 1000, comparisons, log: true});
    return curves;
  },

  metricBand: () => {
    const band = metricBand({
      measure: ganDigits.measures.frechet!,
      floorLabel: "what two sets of real pictures score against each other",
    });
    const points = Array.from({length: 13}, (_, i) => ({step: 50 * i, value: 24 + 380 / (1 + i)}));
    band.update({points, floor: {low: 16.5, high: 19.5}, limit: 1000, log: true});
    return band;
  },

  metricCount: () => {
    const band = metricBand({
      measure: ganDigits.measures.coverage!,
      most: 10,
    });
    const points = [1, 2, 4, 7, 8, 9, 9].map((value, i) => ({step: 100 * i, value}));
    band.update({points, limit: 1000});
    return band;
  },

  guessPlot: () => guessPlot(guessed),

  guessPlotCompared: () => {
    const plot = guessPlot(guessed);
    const truth = Array.from({length: 13}, (_, i) => ({
      step: 50 * i,
      value: 98 - 88 / (1 + i) ** 2,
    }));
    plot.update({
      guess: withStroke(emptyGuess, guessed.axis, {x: 0, y: 0.1}, {x: 1, y: 0.9}),
      truth,
      floor: {low: 96.9, high: 98.3},
      isFixed: true,
    });
    return plot;
  },
  sheetChoices: () => {
    const choices = sheetChoices(
      "Which sheet do you expect?",
      ["one sheet", "another one"].map((alt, i) => ({
        name: `Sheet ${"AB"[i]}`,
        alt: `Synthetic shapes, ${alt}`,
        picture: planePicture(shapePictures(9, 20 + i)),
      })),
    );
    choices.update({chosen: undefined, isFixed: false});
    return choices;
  },

  latentPlane: () => {
    const figure = latentPlane({label: "Synthetic shapes in place of a plane of digits"});
    const codes = Float32Array.from({length: 80}, (_, i) => Math.sin(i * i) * 1.8);
    figure.update({
      plane: shapePictures(225, 5),
      codes,
      spreads: codes.map((value) => 0.1 + 0.05 * Math.abs(value)),
      labels: Array.from({length: 40}, (_, i) => i % 10),
      classNames: digits.classNames,
      over: {letters: true, clouds: true},
      own: {code: {x: 0.4, y: -0.5}, spread: {x: 0.2, y: 0.4}},
    });
    return figure;
  },

  picturePlates: () => {
    const plates = picturePlates([
      {role: "generated", caption: "made"},
      {role: "real", caption: "nothing yet"},
    ]);
    plates.update([{image: shapePictures(1, 8), caption: "a shape"}, undefined]);
    return plates;
  },

  elboSplit: () => {
    const split = elboSplit("The ELBO");
    split.update({reconstruction: 141.9, kl: 6.3});
    return split;
  },

  coverageBars: () => {
    const bars = coverageBars({
      label: "Classes among the generated pictures",
      classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
      threshold: 0.01,
    });
    bars.update({counts: [62, 88, 41, 55, 30, 4, 47, 72, 0, 60], total: 512});
    return bars;
  },

  coverageBarsNamed: () => {
    const bars = coverageBars({
      label: "Classes among the generated clothes",
      classNames: clothes.classNames,
      threshold: 0.01,
    });
    bars.update({counts: [10, 210, 3, 44, 52, 1, 60, 12, 33, 40], total: 512});
    return bars;
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

  agreementBars: () => {
    const bars = agreementBars({label: "Seen as asked", classNames: digits.classNames});
    bars.update({
      made: [98, 100, 94, 92, 88, 90, 96, 94, 82, 86],
      real: [99.5, 99.5, 99, 98.5, 99, 98, 98.5, 98, 98.5, 97.5],
    });
    return bars;
  },

  pictureRow: () => {
    const row = pictureRow({label: "Synthetic shapes in a row", role: "generated"});
    const captions = ["first", "second", "third", "fourth"];
    row.update({images: shapePictures(4, 5), captions, summary: captions.join(", ")});
    return row;
  },

  confusionMatrix: () => {
    const matrix = confusionMatrix({
      label: "What is taken for what",
      classNames: digits.classNames,
    });
    matrix.update({counts: confusions(10, 200, 6)});
    return matrix;
  },

  confusionMatrixNamed: () => {
    const matrix = confusionMatrix({
      label: "What of clothes is taken for what",
      classNames: clothes.classNames,
    });
    matrix.update({counts: confusions(10, 200, 7)});
    return matrix;
  },

  mistakesSheet: () => {
    const sheet = mistakesSheet({
      label: "Synthetic shapes in place of mistakes",
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

  probabilityBars: () => {
    const bars = probabilityBars({
      label: "How probable each class is",
      classNames: digits.classNames,
    });
    bars.update({
      probabilities: [0.01, 0.002, 0.03, 0.81, 0, 0.11, 0, 0.008, 0.02, 0.01],
      note: "Made-up numbers.",
    });
    return bars;
  },

  drawingPad: () => drawingPad({label: "Your digit"}),

  paintReplay: () => {
    const replay = paintReplay({label: "A made-up painting, stroke by stroke"});
    replay.update(madeUpReplay(9, 12));
    return replay;
  },

  paintingChoices: () => {
    const choices = paintingChoices({
      label: "Synthetic shapes in place of paintings",
      names: digits.classNames,
    });
    choices.update({
      targets: shapePictures(10, 11),
      paintings: shapePictures(10, 12),
      returns: Array.from({length: 10}, (_, i) => 0.75 - 0.1 * i),
    });
    return choices;
  },

  plane: () => {
    const square = plane({label: "Points on the plane"});
    square.update({arrays: planeArrays(400, 5)});
    return square;
  },

  planePainting: () => {
    const square = plane({label: "Your points", size: 300});
    square.update({arrays: {}, drawing: true});
    return square;
  },

  clusterPlane: () => {
    const figure = clusterPlane({label: "Synthetic shapes, sorted", classNames: digits.classNames});
    figure.update({
      ...sortedShapes(1200, 300, 10, 9),
      marks: "pictures",
      revealed: false,
      bordered: true,
    });
    return figure;
  },

  clusterPlaneRevealed: () => {
    const {classNames} = clothes;
    const figure = clusterPlane({label: "Synthetic labels", classNames, size: 440});
    figure.update({
      ...sortedShapes(1200, 300, 8, 9),
      marks: "letters",
      revealed: true,
      bordered: true,
      chosen: 2,
    });
    return figure;
  },

  clusterSheet: () => {
    const count = 10;
    const {classNames} = digits;
    const sheet = clusterSheet({label: "Synthetic shapes as mean pictures", classNames, count});
    sheet.update({...sortedShapes(1200, 300, count, 9), revealed: true});
    return sheet;
  },

  contingencyTable: () => {
    const count = 10;
    const {classNames} = clothes;
    const table = contingencyFigure({label: "Clusters against labels", classNames, count});
    table.update({...sortedShapes(2000, 10, count, 9), revealed: true});
    return table;
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

  shareBars: () => {
    const bars = shareBars({
      label: "Made-up shares",
      role: "judge",
      names: ["glasses", "beard", "hair colour"],
      referenceName: "a made-up reference",
    });
    const shares = sharesOf([0.81, 0.75, 0.86, 0.1, 0.06, 0.15, 0, 0, 0.02]);
    const [reference] = sharesOf([0.08, 0.05, 0.12]);
    bars.update({
      rows: shares.map((share, i) => ({share, reference: reference!, isMeant: i === 0})),
      note: "Made-up numbers.",
    });
    return bars;
  },

  timeline: () => {
    const scrubber = timeline({label: "Go back to a checkpoint", lanes: 2});
    scrubber.update({
      steps: [0, 50, 100, 150, 200, 300, 400, 500, 600],
      position: 300,
      last: 600,
      branches: [
        {label: "run 2", from: 150, last: 420},
        {label: "run 3", from: 400, last: 600},
      ],
    });
    return scrubber;
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

const lossSeries = [
  {name: "discriminatorLoss", label: "discriminator loss", role: "judge"},
  {name: "generatorLoss", label: "generator loss", role: "generated"},
] as const;

function lossData(steps: number, seed: number): LossCurvesData {
  return {
    curves: {
      discriminatorLoss: noisyLoss(steps, 1.3, 0.9, seed),
      generatorLoss: noisyLoss(steps, 0.5, 1.1, seed + 1),
    },
  };
}
