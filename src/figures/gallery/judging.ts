/** Made-up judgements of made-up pictures. */
import {digits} from "../../lib/datasets/digits.js";
import {Random} from "../../lib/random.js";
import {pairTrial} from "../judges/pair-trial.js";
import {answerSheet} from "../judging/answer-sheet.js";
import {biasPlot} from "../judging/bias-plot.js";
import {featureClouds} from "../judging/feature-clouds.js";
import {judgementTable} from "../judging/judgement-table.js";
import {shapePictures} from "./synthetic.js";

const count = 10;

export const judging = {
  answerSheet: () => {
    const sheet = answerSheet({label: "Made-up answers to synthetic shapes", places: count});
    const answers = new Float32Array(count * count).fill(0.01);
    for (let i = 0; i < count; i++) answers[i * count + ((3 * i) % count)] = 0.91;
    const mean = Float32Array.from({length: count}, (_, k) => 0.06 + 0.01 * ((7 * k) % 9));
    sheet.update({images: shapePictures(count, 21), answers, mean, classNames: digits.classNames});
    return sheet;
  },

  featureClouds: () => {
    const clouds = featureClouds({label: "Two made-up clouds"});
    const random = new Random(22);
    const cloud = (x: number, y: number, size: number) =>
      Float32Array.from({length: 300}, (_, i) => (i % 2 ? y : x) + size * random.normal());
    clouds.update({real: cloud(0, 0, 2), made: cloud(1.5, -1, 1.2)});
    return clouds;
  },

  judgementTable: () => {
    const table = judgementTable("Made-up scores", [
      {label: "a distance", decimals: 1, top: 100, isRooted: true},
      {label: "a share", decimals: 2, top: 1},
    ]);
    table.update([
      {value: 31.4, interval: {low: 25, high: 38}, floor: {low: 4, high: 9}},
      {value: 0.81, interval: {low: 0.74, high: 0.88}, floor: {low: 0.7, high: 0.9}},
    ]);
    return table;
  },

  biasPlot: () => {
    const plot = biasPlot("A made-up score over the number of pictures");
    plot.update([50, 100, 200, 400].map((n) => ({n, value: 6 + 900 / n})));
    return plot;
  },

  pairTrial: () => {
    const trial = pairTrial({
      label: "Two synthetic shapes",
      question: "Which one do you like better?",
      neither: "Neither",
      side: 14,
    });
    const images = shapePictures(2, 23, 14);
    trial.update({pair: {left: {images, picture: 0}, right: {images, picture: 1}}});
    return trial;
  },
};
