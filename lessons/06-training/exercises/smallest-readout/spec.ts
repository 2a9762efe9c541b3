import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const product = (a: Row, b: Row) => sum(a.map((value, i) => value * b[i]!));
const squares = (a: Row) => product(a, a);

interface Fit {
  readonly x: number[];
  readonly y: number[];
  readonly ridge: number;
}

function drawFit(draw: Draw): Fit {
  const n = draw.size(1, 4, 20);
  const x = Array.from({length: n}, () => draw.number(0.5, 3) * (draw.integer(0, 1) ? 1 : -1));
  return {x, y: draw.numbers(n, -5, 5), ridge: draw.number(0.3, 8)};
}

const fitDemand = ({x, y, ridge}: Fit) => ({
  advice: "the sum of the products, divided by the sum of the squares and the ridge.",
  mistakes: [
    {
      value: product(x, y) / squares(x),
      advice: "the ridge is left out. It makes the weight smaller.",
    },
    {
      value: product(x, y) / (squares(x) + ridge * ridge),
      advice: "this adds the ridge squared. Add the ridge itself.",
    },
    {
      value: (product(x, y) + ridge) / squares(x),
      advice: "the ridge belongs below, with the squares: it makes the weight smaller.",
    },
    {
      value: product(x, y) / (squares(x) + x.length * ridge),
      advice: "the ridge is added once, not once for each picture.",
    },
    {
      value: sum(x.map((value, i) => y[i]! / value)) / x.length,
      advice: "this is the mean of the ratios. Large features should count for more.",
    },
  ],
});

interface Given {
  readonly features: number[];
  readonly y: number;
}

function drawGiven(draw: Draw): Given {
  const d = draw.size(2, 5, 20);
  const features = Array.from(
    {length: d},
    () => draw.number(0.5, 3) * (draw.integer(0, 1) ? 1 : -1),
  );
  return {features, y: draw.number(1, 9) * (draw.integer(0, 1) ? 1 : -1)};
}

export const tests = [
  property("ridge", "one weight", 2, drawFit, async (fit, {call, check}) => {
    const {x, y, ridge} = fit;
    const wanted = product(x, y) / (squares(x) + ridge);
    check.close(await call("ridgeWeight", x, y, ridge), wanted, fitDemand(fit));
  }),
  property("ridge", "without a ridge", 1, drawFit, async ({x, y}, {call, check}) => {
    check.close(await call("ridgeWeight", x, y, 0), product(x, y) / squares(x), {
      advice: "a ridge of 0 costs nothing: the products by the squares.",
    });
  }),
  test("ridge", "a feature that is always 0", 1, async ({call, check}) => {
    check.close(await call("ridgeWeight", [0, 2], [1, 6], 0), 3, {
      advice: "a picture whose feature is 0 has no part in it.",
    });
    check.close(await call("ridgeWeight", [0, 0, 0], [1, 2, 3], 0), 0, {
      advice: "any weight is as good, and 0 is the smallest.",
      overflow: "this divides by 0. Any weight is as good here, and 0 is the smallest.",
    });
    check.close(await call("ridgeWeight", [0, 0], [1, 2], 2), 0, {
      advice: "no weight helps, so the smallest is best: 0.",
    });
  }),
  property(
    "smallest",
    "gives the picture its answer",
    2,
    drawGiven,
    async ({features, y}, {call, check}) => {
      const yours = check.numbers(await call("smallestReadout", features, y), features.length);
      check.close(product(yours, features), y, {
        advice: "its product with the features gives the picture what it should give.",
        mistakes: [
          {
            value: y * Math.sqrt(squares(features)),
            advice: "divide by the sum of squares, not by its root.",
          },
          {value: 1, advice: "this gives the picture 1, whatever it should give."},
        ],
      });
    },
  ),
  property("smallest", "is the shortest", 1, drawGiven, async ({features, y}, {call, check}) => {
    const yours = check.numbers(await call("smallestReadout", features, y), features.length);
    const wanted = features.map((value) => (y / squares(features)) * value);
    check.close(yours, wanted, {
      advice:
        "this readout is longer than it need be. The shortest points along the features: each weight is the same number times its feature.",
    });
  }),
  test("smallest", "no feature above or below 0", 1, async ({call, check}) => {
    check.close(await call("smallestReadout", [0, 0, 0], 5), [0, 0, 0], {
      advice: "no readout gives it an answer, so the shortest of all is best: zeros.",
      overflow: "this divides by 0. Give zeros.",
    });
  }),
  property(
    "length",
    "the root of the sum of squares",
    2,
    drawGiven,
    async ({features}, {call, check}) => {
      check.close(await call("readoutLength", features), Math.sqrt(squares(features)), {
        advice: "square each weight, add up, and take the root.",
        mistakes: [
          {value: squares(features), advice: "this is the sum of squares; the root is missing."},
          {
            value: sum(features.map(Math.abs)),
            advice: "this is the sum of the sizes. Square each weight before you add.",
          },
          {value: Math.abs(sum(features)), advice: "square each weight before you add."},
        ],
      });
    },
  ),
];
