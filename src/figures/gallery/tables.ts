/** Tables of bars and of counts. */
import {clothes} from "../../lib/datasets/clothes.js";
import {digits} from "../../lib/datasets/digits.js";
import {agreementBars} from "../bars/agreement-bars.js";
import {coverageBars} from "../bars/coverage-bars.js";
import {probabilityBars} from "../bars/probability-bars.js";
import {scaleBars} from "../bars/scale-bars.js";
import {shareBars, sharesOf} from "../bars/share-bars.js";
import {confusionMatrix} from "../tables/confusion-matrix.js";
import {contingencyFigure} from "../tables/contingency-table.js";
import {confusions, sortedShapes} from "./synthetic.js";

export const tables = {
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

  agreementBars: () => {
    const bars = agreementBars({label: "Seen as asked", classNames: digits.classNames});
    bars.update({
      made: [98, 100, 94, 92, 88, 90, 96, 94, 82, 86],
      real: [99.5, 99.5, 99, 98.5, 99, 98, 98.5, 98, 98.5, 97.5],
    });
    return bars;
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

  contingencyTable: () => {
    const count = 10;
    const {classNames} = clothes;
    const table = contingencyFigure({label: "Clusters against labels", classNames, count});
    table.update({...sortedShapes(2000, 10, count, 9), revealed: true});
    return table;
  },

  scaleBars: () =>
    scaleBars({
      label: "Counts from small to large",
      powers: 10,
      rows: [
        {name: "a small one", count: 1200, words: "1,200", isMarked: true},
        {name: "a large one", count: 8e9, words: "8 billion"},
      ],
    }),

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
};
