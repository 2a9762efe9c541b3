import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const mean = (values: Row) => sum(values) / values.length;
const product = (a: Row, b: Row) => sum(a.map((value, k) => value * b[k]!));
const length = (a: Row) => Math.sqrt(product(a, a));

interface Two {
  readonly a: number[];
  readonly b: number[];
}

/** Neither of length 0. */
function drawTwo(draw: Draw): Two {
  const size = draw.size(2, 3, 20);
  const list = () => [draw.number(0.2, 2), ...draw.numbers(size - 1, -2, 2)];
  return {a: list(), b: list()};
}

const cosine = ({a, b}: Two) => product(a, b) / length(a) / length(b);

const similarityDemand = ({a, b}: Two) => ({
  advice: "the sum of the products, divided by the length of a and by the length of b.",
  mistakes: [
    {
      value: product(a, b),
      advice:
        "this is the sum of the products, which grows with the numbers. Divide by both lengths.",
    },
    {
      value: product(a, b) / product(a, a) / product(b, b),
      advice: "these are the squares of the lengths. A length is the root of the sum of squares.",
    },
    ...[a, b].map((one) => ({
      value: product(a, b) / length(one),
      advice: "one of the two lengths is missing: divide by both.",
    })),
    {
      value: Math.abs(cosine({a, b})),
      advice: "the sign is lost: opposite directions have a similarity of -1.",
    },
  ],
});

interface Asked {
  readonly row: number[];
  readonly right: number;
  readonly temperature: number;
}

function drawAsked(draw: Draw): Asked {
  const size = draw.size(1, 4, 20);
  return {
    row: draw.numbers(size, -1, 1),
    right: draw.integer(0, size - 1),
    temperature: draw.oneOf([0.5, 0.07, 2, 0.25]),
  };
}

/** At so low a temperature powers overflow, or all of them vanish. */
function drawCold(draw: Draw): Asked {
  const {row, right} = drawAsked(draw);
  const shift = draw.oneOf([1, -1, 0]);
  return {row: row.map((each) => (shift + each) / 2), right, temperature: 0.001};
}

function lossOf({row, right, temperature}: Asked): number {
  const scores = row.map((each) => each / temperature);
  const largest = Math.max(...scores);
  return largest + Math.log(sum(scores.map((each) => Math.exp(each - largest)))) - scores[right]!;
}

const pairDemand = (asked: Asked) => {
  const {row, temperature} = asked;
  const loss = lossOf(asked);
  return {
    advice:
      "divide by the temperature; then the logarithm of the sum of all powers of e, less the score of the right one.",
    mistakes: [
      {
        value: lossOf({...asked, temperature: 1}),
        advice: "the temperature is missing: divide each similarity by it first.",
      },
      {
        value: lossOf({...asked, row: row.map((each) => each * temperature ** 2)}),
        advice: "these are multiplied. It has to be: divide by the temperature.",
      },
      {value: -loss, advice: "the minus is missing: the logarithm of a share is below 0."},
      {value: Math.exp(-loss), advice: "this is the share itself. Take minus its logarithm."},
      {value: loss / Math.LN2, advice: "this is in bits. Take the natural logarithm, Math.log."},
    ],
    overflow:
      "a power of e is Infinity here, or all of them are 0. Subtract the largest score first, and add it back after the logarithm.",
  };
};

interface Square {
  readonly similarities: number[][];
  readonly temperature: number;
}

function drawSquare(draw: Draw): Square {
  const size = draw.size(1, 4, 12);
  return {
    similarities: draw.matrix(size, size, -1, 1),
    temperature: draw.oneOf([0.5, 0.07, 2, 0.25]),
  };
}

const turned = (rows: readonly Row[]) => rows.map((_, i) => rows.map((row) => row[i]!));
const rowsMean = (rows: readonly Row[], temperature: number) =>
  mean(rows.map((row, right) => lossOf({row: [...row], right, temperature})));

function bothWays({similarities, temperature}: Square): number {
  return (rowsMean(similarities, temperature) + rowsMean(turned(similarities), temperature)) / 2;
}

const bothDemand = (square: Square) => {
  const {similarities, temperature} = square;
  const whole = bothWays(square);
  return {
    advice:
      "the mean over the rows of their losses, and over the columns of theirs; then the mean of the two.",
    mistakes: [
      {
        value: rowsMean(similarities, temperature),
        advice: "these are the captions alone. Pictures ask too, each in its column.",
      },
      {
        value: rowsMean(turned(similarities), temperature),
        advice: "these are the pictures alone. Captions ask too, each in its row.",
      },
      {value: 2 * whole, advice: "the two means are added. Divide by 2."},
      {
        value: whole * similarities.length,
        advice: "this is the sum over the pairs. Divide by how many there are.",
      },
    ],
  };
};

interface Place {
  readonly row: number[];
  readonly right: number;
}

/** With an equal, and one that is a little less. */
function drawPlace(draw: Draw): Place {
  const size = draw.size(1, 5, 20);
  const row = Array.from({length: size}, () => draw.integer(-9, 9) / 10);
  const right = draw.integer(0, size - 1);
  const [twin, near] = [draw.integer(0, size - 1), draw.integer(0, size - 1)];
  const own = row[right]!;
  if (near !== right) row[near] = own - 0.01;
  row[twin] = own;
  return {row, right};
}

const rankDemand = ({row, right}: Place) => {
  const count = (isCounted: (each: number) => boolean) => row.filter(isCounted).length;
  const own = row[right]!;
  return {
    advice: "count the numbers that are at least as large as number `right`, itself among them.",
    mistakes: [
      {
        value: 1 + count((each) => each > own),
        advice:
          "what is exactly as similar counts against it, or saying the same of all would win.",
      },
      {value: count((each) => each > own), advice: "the first place is 1, not 0."},
      {
        value: count((each) => each <= own),
        advice: "this counts from the least similar. The largest comes first.",
      },
    ],
  };
};

export const tests = [
  property("similarity", "the cosine", 1, drawTwo, async (two, {call, check}) => {
    check.close(await call("similarity", two.a, two.b), cosine(two), similarityDemand(two));
  }),
  test("similarity", "longer lists in the same direction are as alike", 1, async (given) => {
    const {call, check, random} = given;
    const [a, b] = [Array.from(random.normals(8)), Array.from(random.normals(8))];
    const longer = a.map((value) => 7 * value);
    check.close(await call("similarity", longer, b), cosine({a, b}), {
      advice: "only the direction counts: seven times the numbers give the same cosine.",
    });
  }),
  property("pair", "minus the logarithm of a share", 2, drawAsked, async (asked, {call, check}) => {
    const yours = await call("pairLoss", asked.row, asked.right, asked.temperature);
    check.close(yours, lossOf(asked), pairDemand(asked));
  }),
  property("pair", "at a very low temperature", 1, drawCold, async (asked, {call, check}) => {
    const yours = await call("pairLoss", asked.row, asked.right, asked.temperature);
    check.close(yours, lossOf(asked), pairDemand(asked));
  }),
  property("both", "captions and pictures", 2, drawSquare, async (square, {call, check}) => {
    const yours = await call("contrastiveLoss", square.similarities, square.temperature);
    check.close(yours, bothWays(square), bothDemand(square));
  }),
  test("both", "who says the same of all knows nothing", 1, async ({call, check}) => {
    const same = Array.from({length: 6}, () => new Array<number>(6).fill(0.3));
    check.close(await call("contrastiveLoss", same, 0.07), Math.log(6), {
      advice:
        "all shares are then 1/6, so the loss is the logarithm of 6, whatever the temperature.",
    });
  }),
  property("rank", "from the most similar on", 2, drawPlace, async (place, {call, check}) => {
    check.close(await call("rankOf", place.row, place.right), rightRank(place), rankDemand(place));
  }),
];

function rightRank({row, right}: Place): number {
  return row.reduce((rank, each) => rank + (each >= row[right]! ? 1 : 0), 0);
}
