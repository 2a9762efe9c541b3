import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const within = (value: number) => Math.min(255, Math.max(0, value));
const squares = (values: Row) => sum(values.map((value) => value * value));
const products = (a: Row, b: Row) => sum(a.map((value, i) => value * b[i]!));

const drawSigns = (draw: Draw, n: number) =>
  Array.from({length: n}, () => (draw.integer(0, 1) ? 1 : -1));

interface Given {
  readonly pixels: number[];
  readonly signs: number[];
  readonly strength: number;
}

/** Grey in the middle, so that no end is met. */
function drawRow(draw: Draw): Given {
  const n = draw.size(2, 6, 20);
  const pixels = Array.from({length: n}, () => draw.integer(60, 190));
  return {pixels, signs: drawSigns(draw, n), strength: draw.integer(1, 40)};
}

const markDemand = ({pixels, signs, strength}: Given) => ({
  advice: "add the strength where the sign is +1, and take it away where it is -1.",
  mistakes: [
    {
      value: pixels.map((pixel, i) => pixel - strength * signs[i]!),
      advice: "the signs are turned round: +1 makes a pixel lighter.",
    },
    {
      value: pixels.map((pixel, i) => pixel + signs[i]!),
      advice: "the strength is left out. Each pixel moves by that many grey levels.",
    },
    {
      value: pixels.map((pixel) => pixel + strength),
      advice: "every pixel became lighter. The sign says in which direction it moves.",
    },
    {
      value: pixels.map((pixel, i) => pixel * (1 + (strength * signs[i]!) / 255)),
      advice: "this multiplies. The mark is added, as much on dark pixels as on bright ones.",
    },
  ],
});

/** With ends, or without. */
const aroundOf = (pixels: Row, i: number) =>
  [pixels[i - 1], pixels[i + 1]].filter((value) => value !== undefined);

const residuals = (pixels: Row) =>
  pixels.map((pixel, i) => {
    const around = aroundOf(pixels, i);
    return pixel - sum(around) / around.length;
  });

const residualDemand = (pixels: Row) => ({
  advice: "take from each pixel the mean of the pixels to its left and right.",
  overflow: "beyond the ends there is no pixel. Count only the neighbours that are there.",
  mistakes: [
    {
      value: pixels.map((pixel, i) => pixel - sum(aroundOf(pixels, i)) / 2),
      advice: "at the ends this divides one neighbour by 2. Divide by how many there are.",
    },
    {
      value: residuals(pixels).map((value) => -value),
      advice: "this is the mean minus the pixel. Take the mean away from the pixel.",
    },
    {
      value: pixels.map((pixel, i) => pixel - sum(aroundOf(pixels, i))),
      advice: "this takes the sum of the neighbours away. Take their mean.",
    },
    {
      value: pixels.map((pixel, i) => {
        const all = [pixel, ...aroundOf(pixels, i)];
        return pixel - sum(all) / all.length;
      }),
      advice: "the pixel itself is in the mean. Only its neighbours belong there.",
    },
    {
      value: pixels.map((pixel) => pixel - sum(pixels) / pixels.length),
      advice: "this takes the mean of the whole row away. Only the neighbours count.",
    },
  ],
});

interface Scored {
  readonly residuals: number[];
  readonly signs: number[];
}

function drawScored(draw: Draw): Scored {
  const n = draw.size(2, 6, 20);
  const values = Array.from(
    {length: n},
    () => draw.number(0.5, 20) * (draw.integer(0, 1) ? 1 : -1),
  );
  return {residuals: values, signs: drawSigns(draw, n)};
}

const scoreDemand = ({residuals: r, signs}: Scored) => {
  const above = products(r, signs);
  return {
    advice: "the sum of residual times sign, divided by the root of the sum of squared residuals.",
    mistakes: [
      {value: above, advice: "this is the sum alone. Divide it by the root of the squares."},
      {value: above / squares(r), advice: "the root is missing: divide by the root of the sum."},
      {
        value: above / Math.sqrt(r.length),
        advice: "this divides by the root of the count, which is right only for residuals of 1.",
      },
      {
        value: above / r.length,
        advice: "this is the mean of the products. Divide by the root of the sum of squares.",
      },
      {
        value: above / Math.sqrt(squares(r) / r.length),
        advice: "below the line stands the sum of squares, not their mean.",
      },
      {
        value: Math.abs(above) / Math.sqrt(squares(r)),
        advice: "a score may be below 0: then the picture disagrees with the key.",
      },
      {
        value: above / sum(r.map(Math.abs)),
        advice: "this divides by the sum of sizes. Square the residuals, add up, take the root.",
      },
    ],
  };
};

interface Alarmed {
  readonly scores: number[];
  readonly alarms: number;
}

/** No two alike, and some of two digits, so that sorting them as words shows. */
function drawAlarmed(draw: Draw): Alarmed {
  const n = draw.size(4, 9, 30);
  const start = draw.integer(-30, -3);
  const ordered = Array.from({length: n}, (_, i) => start + 5 * i + draw.integer(0, 4));
  const scores = ordered.map((_, i) => ordered[(i * 7 + 3) % n]!);
  const isMixed = new Set(scores).size === n;
  return {scores: isMixed ? scores : ordered, alarms: draw.integer(0, n - 1)};
}

const limitDemand = ({scores, alarms}: Alarmed) => {
  const sorted = [...scores].sort((a, b) => b - a);
  const asWords = scores.map(String).sort().reverse().map(Number);
  return {
    advice: "sort from high to low; as many as there are alarms stand before the limit.",
    mistakes: [
      {
        value: sorted[alarms - 1],
        advice: "this one is an alarm itself, so only one fewer lies above it. Take the next.",
      },
      {value: sorted[alarms + 1], advice: "one too many lies above this. Take the one before."},
      {
        value: [...sorted].reverse()[alarms],
        advice: "this counts from the lowest. Alarms are the highest scores.",
      },
      {value: asWords[alarms], advice: "these were sorted as words, where 10 comes before 9."},
      {value: scores[alarms], advice: "the scores were not sorted."},
    ],
  };
};

export const tests = [
  property("mark", "lighter or darker", 2, drawRow, async (given, {call, check}) => {
    const {pixels, signs, strength} = given;
    const wanted = pixels.map((pixel, i) => pixel + strength * signs[i]!);
    check.close(await call("withMark", pixels, signs, strength), wanted, markDemand(given));
  }),
  test("mark", "black and white are the ends", 1, async ({call, check, random}) => {
    const strength = 5 + random.integer(20);
    const pixels = [0, 255, 3, 252, 0, 255, 128];
    const signs = [-1, 1, -1, 1, 1, -1, -1];
    const moved = pixels.map((pixel, i) => pixel + strength * signs[i]!);
    check.close(await call("withMark", pixels, signs, strength), moved.map(within), {
      advice: "a pixel ends at 0 and at 255.",
      mistakes: [
        {value: moved, advice: "some are below 0 or above 255, which no pixel can be."},
        {
          value: moved.map((value) => Math.max(0, value)),
          advice: "some are above 255, which no pixel can be.",
        },
        {
          value: moved.map((value) => Math.min(255, value)),
          advice: "some are below 0, which no pixel can be.",
        },
      ],
    });
  }),
  property("residual", "without the mean", 2, drawRow, async ({pixels}, {call, check}) => {
    check.close(await call("residual", pixels), residuals(pixels), residualDemand(pixels));
  }),
  test("residual", "an even row, and two pixels", 1, async ({call, check, random}) => {
    const grey = 1 + random.integer(200);
    check.close(await call("residual", [grey, grey, grey, grey]), [0, 0, 0, 0], {
      ...residualDemand([grey, grey, grey, grey]),
      advice: "where all are alike, nothing is left.",
    });
    check.close(await call("residual", [grey, grey + 9]), [-9, 9], {
      ...residualDemand([grey, grey + 9]),
      advice: "each of two pixels has the other one as its only neighbour.",
    });
  }),
  property("score", "agreement by its spread", 2, drawScored, async (given, {call, check}) => {
    const {residuals: r, signs} = given;
    const wanted = products(r, signs) / Math.sqrt(squares(r));
    check.close(await call("score", r, signs), wanted, scoreDemand(given));
  }),
  test("score", "nothing left, and all agree", 1, async ({call, check, random}) => {
    check.close(await call("score", [0, 0, 0], [1, -1, 1]), 0, {
      advice: "where all residuals are 0 the score is 0.",
      overflow: "this divides by 0. Where all residuals are 0 the score is 0.",
    });
    const signs = Array.from({length: 400}, () => (random.integer(2) ? 1 : -1));
    check.close(
      await call(
        "score",
        signs.map((sign) => 3 * sign),
        signs,
      ),
      20,
      {
        advice: "where all 400 agree, the score is the root of 400.",
      },
    );
  }),
  property("limit", "so many lie above it", 2, drawAlarmed, async (given, {call, check}) => {
    const {scores, alarms} = given;
    const wanted = [...scores].sort((a, b) => b - a)[alarms]!;
    check.close(await call("limit", scores, alarms), wanted, limitDemand(given));
  }),
  test("limit", "fractions, and equal scores", 1, async ({call, check}) => {
    check.close(await call("limit", [0.2, -1.5, 0.9, 0.4], 2), 0.2, {
      ...limitDemand({scores: [0.2, -1.5, 0.9, 0.4], alarms: 2}),
    });
    check.close(await call("limit", [2, 7, 7, 1], 1), 7, {
      advice: "of two equal scores one may stand before the other: each counts by itself.",
    });
  }),
];
