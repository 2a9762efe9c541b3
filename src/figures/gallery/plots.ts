/** Curves and measures over steps, guesses at them, and a scrubber. */
import type {Measure} from "../../lib/training/experiment.js";
import {elboSplit} from "../curves/elbo-split.js";
import {errorsByWidth} from "../curves/errors-by-width.js";
import {type LossCurvesData, lossCurves} from "../curves/loss-curves.js";
import {metricBand} from "../curves/metric-band.js";
import {tradeOff} from "../curves/trade-off.js";
import {optimiserRace} from "../descent/optimiser-race.js";
import {estimatorRace} from "../estimators/estimator-race.js";
import {emptyGuess, withStroke} from "../guess/guess.js";
import {guessPlot} from "../guess/guess-plot.js";
import {oneNeuron} from "../neuron/one-neuron.js";
import {timeline} from "../time/timeline.js";
import {noisyLoss} from "./synthetic.js";

const distance: Measure = {
  label: "Fréchet distance",
  unit: "",
  better: "lower",
  scale: "log",
  floor: {meaning: "what two sets of real pictures score against each other"},
  help: "",
};
const digits: Measure = {
  label: "classes covered",
  unit: "of 10",
  whole: true,
  better: "higher",
  outOf: 10,
  help: "",
};

const guessed = {
  label: "test accuracy",
  unit: "%",
  limit: 600,
  axis: {low: 0, high: 100},
  role: "judge",
} as const;

export const plots = {
  elboSplit: () => {
    const split = elboSplit("The ELBO");
    split.update({reconstruction: 141.9, kl: 6.3});
    return split;
  },

  tradeOff: () => {
    const plane = tradeOff({
      label: "Variety against quality",
      across: "variety →",
      up: "quality, %",
      ends: {x: [0, 5], y: [0, 100]},
    });
    plane.update({
      real: {x: [3.8, 4], y: [95, 99]},
      course: [0.2, 0.6, 1, 1.4].map((x) => ({x: 3.4 * x, y: 100 - 28 * x * x, name: `${x}`})),
      before: [0.2, 0.6, 1].map((x) => ({x: 3 * x, y: 90 - 30 * x})),
      now: {x: 3.4, y: 72, spans: {x: [3.1, 3.7], y: [64, 79]}},
    });
    return plane;
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

  errorsByWidth: () => {
    const errors = errorsByWidth({label: "errors by the number of features"});
    const widths = Array.from({length: 31}, (_, i) => Math.round(10 * 10 ** (i / 12)));
    const peak = (width: number) => 30 + 55 * Math.exp(-12 * Math.log10(width / 500) ** 2);
    const train = widths.map((width) => Math.max(0, 60 - 25 * Math.log10(width)));
    errors.update({
      ...{widths, threshold: 500, train, test: widths.map(peak), shown: 20},
      comparisons: [{widths, test: widths.map((width) => 24 + 60 / Math.sqrt(width))}],
    });
    return errors;
  },

  metricBand: () => {
    const band = metricBand({measure: {...distance, interval: {sampledOf: "samples"}}});
    const points = Array.from({length: 13}, (_, i) => {
      const value = 24 + 380 / (1 + i);
      return {step: 50 * i, value, interval: {low: 0.9 * value, high: 1.1 * value, n: 250}};
    });
    band.update({points, floor: {low: 16.5, high: 19.5}, limit: 1000});
    return band;
  },

  metricCount: () => {
    const band = metricBand({measure: digits});
    const points = [1, 2, 4, 7, 8, 9, 9].map((value, i) => ({step: 100 * i, value}));
    band.update({points, limit: 1000});
    return band;
  },

  metricRead: () => {
    const band = metricBand({
      measure: {...distance, label: "Wasserstein distance", scale: "linear"},
      reading: {label: "the critic reads", role: "judge"},
    });
    const points = Array.from({length: 7}, (_, i) => ({step: 50 * i, value: 0.1 + 0.9 / (1 + i)}));
    const reading = noisyLoss(320, 1.1, -0.3, 5).map((value, i) =>
      i < 40 ? Number.NaN : value / 2,
    );
    band.update({points, floor: {low: 0.07, high: 0.15}, limit: 600, reading});
    return band;
  },

  guessPlot: () => guessPlot(guessed),

  guessPlotCompared: () => {
    const plot = guessPlot(guessed);
    const truth = Array.from({length: 13}, (_, i) => {
      const value = 98 - 88 / (1 + i) ** 2;
      const spread = 0.044 * Math.sqrt(value * (100 - value));
      return {step: 50 * i, value, interval: {low: value - spread, high: value + spread, n: 2000}};
    });
    plot.update({
      guess: withStroke(emptyGuess, guessed.axis, {x: 0, y: 0.1}, {x: 1, y: 0.9}),
      truth,
      floor: {low: 8.8, high: 11.4},
      isFixed: true,
    });
    return plot;
  },

  oneNeuron: () => oneNeuron({label: "A small network, and the loss under its weights"}),

  optimiserRace: () => optimiserRace({label: "Optimisers on their way down a surface"}),

  estimatorRace: () => estimatorRace({label: "Two estimates of a gradient"}),

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
