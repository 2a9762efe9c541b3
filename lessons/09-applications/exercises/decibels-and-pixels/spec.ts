import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

interface Pair {
  readonly truth: number[];
  readonly made: number[];
}

/** Never equal. */
function drawPair(draw: Draw): Pair {
  const length = draw.size(1, 6, 20);
  const truth = Array.from({length}, () => draw.integer(60, 195));
  const made = truth.map(
    (value, i) => value + (i === 0 ? draw.integer(2, 60) : draw.integer(-60, 60)),
  );
  return {truth, made};
}

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const squares = ({truth, made}: Pair) => sum(truth.map((value, i) => (value - made[i]!) ** 2));
const meanSquare = (pair: Pair) => squares(pair) / pair.truth.length;
const decibels = (ratio: number) => 10 * Math.log10(ratio);

const psnrDemand = (pair: Pair) => {
  const mean = meanSquare(pair);
  const absolute = sum(pair.truth.map((value, i) => Math.abs(value - pair.made[i]!)));
  return {
    advice:
      "10 times the logarithm to the base 10 of 255² divided by the mean of the squared differences.",
    overflow: "this divides by 0 or takes the logarithm of what has none.",
    mistakes: [
      {value: decibels(255 / mean), advice: "the largest value is squared, too: 255²."},
      {
        value: decibels(255 ** 2 / squares(pair)),
        advice: "this takes the sum of the squares. Divide it by the number of pixels.",
      },
      {
        value: 10 * Math.log(255 ** 2 / mean),
        advice: "Math.log has the base e. Decibels are counted to the base 10: Math.log10.",
      },
      {
        value: 20 * Math.log10(255 ** 2 / mean),
        advice: "20 would be right for a ratio that is not squared. Here both are squares: 10.",
      },
      {
        value: decibels(mean / 255 ** 2),
        advice: "the fraction is turned over: a small error should give a large number.",
      },
      {
        value: decibels(255 ** 2 / Math.sqrt(mean)),
        advice: "the mean squared error goes in as it is, without a root.",
      },
      {
        value: decibels(255 ** 2 / (absolute / pair.truth.length)),
        advice: "these are differences without their sign. Square them.",
      },
      {
        value: decibels(Math.max(...pair.truth) ** 2 / mean),
        advice: "take the largest value that a byte can have, 255, and not the picture’s own.",
      },
      {value: decibels(1 / mean), advice: "the largest value is 255 here, for these are bytes."},
    ],
  };
};

interface Shuffling {
  readonly depths: number[][][];
  readonly factor: number;
}

function drawShuffling(draw: Draw): Shuffling {
  const factor = draw.integer(2, 3);
  const [h, w] = [draw.size(1, 3, 5), draw.size(1, 3, 7)];
  const place = () => Array.from({length: factor ** 2}, () => draw.integer(0, 99));
  return {factor, depths: Array.from({length: h}, () => Array.from({length: w}, place))};
}

type Source = (y: number, x: number) => number;

/** A picture of the right size, each pixel from where `of` says. */
function pixels({depths, factor}: Shuffling, of: Source): number[][] {
  return Array.from({length: factor * depths.length}, (_, y) =>
    Array.from({length: factor * depths[0]!.length}, (_, x) => of(y, x)),
  );
}

const rightPixels = (given: Shuffling) => {
  const {depths, factor: f} = given;
  return pixels(given, (y, x) => {
    const [i, j] = [Math.floor(y / f), Math.floor(x / f)];
    return depths[i]![j]![f * (y - f * i) + (x - f * j)]!;
  });
};

const shuffleDemand = (given: Shuffling) => {
  const {depths, factor: f} = given;
  const [h, w] = [depths.length, depths[0]!.length];
  return {
    advice:
      "number f · a + b of the place in row i and column j goes to row f · i + a and column f · j + b.",
    mistakes: [
      {
        value: pixels(
          given,
          (y, x) => depths[Math.floor(y / f)]![Math.floor(x / f)]![f * (x % f) + (y % f)]!,
        ),
        advice:
          "rows and columns within a block are swapped. The numbers of a place go along its first row, then along the next.",
      },
      {
        value: pixels(
          given,
          (y, x) => depths[y % h]![x % w]![f * Math.floor(y / h) + Math.floor(x / w)]!,
        ),
        advice:
          "this lays whole pictures beside each other, one for each number. The numbers of a place stay together in a block.",
      },
      {
        value: pixels(given, (y, x) => depths[Math.floor(y / f)]![Math.floor(x / f)]![0]!),
        advice: "this repeats the first number of a place. Each has a pixel of its own.",
      },
      {
        value: depths.map((row) => row.flat()),
        advice:
          "here all numbers of a place stand in one row. After every f of them the next row begins.",
      },
      {
        value: rightPixels(given).flat(),
        advice: "the pixels are in their order. Give them as rows, a list each.",
      },
    ],
  };
};

export const tests = [
  property("psnr", "any two pictures", 3, drawPair, async (pair, {call, check}) => {
    const yours = check.number(await call("psnr", pair.truth, pair.made));
    check.close(yours, decibels(255 ** 2 / meanSquare(pair)), psnrDemand(pair));
  }),
  test("psnr", "a tenth of the difference is 20 dB more", 1, async ({call, check}) => {
    const [far, near] = [
      check.number(await call("psnr", [100, 100, 20], [120, 80, 40])),
      check.number(await call("psnr", [100, 100, 20], [102, 98, 22])),
    ];
    check.close(near - far, 20, {
      advice: "a tenth of the difference is a hundredth of its square, and that is 20 dB.",
    });
  }),
  property("shuffle", "any depths", 4, drawShuffling, async (given, {call, check}) => {
    const yours = await call("shuffle", given.depths, given.factor);
    check.close(yours, rightPixels(given), shuffleDemand(given));
  }),
  test("shuffle", "a factor of 1 changes nothing", 1, async ({call, check}) => {
    check.close(
      await call(
        "shuffle",
        [
          [[7], [8]],
          [[9], [1]],
        ],
        1,
      ),
      [
        [7, 8],
        [9, 1],
      ],
      {advice: "with a factor of 1 each place has one number, which is its pixel."},
    );
  }),
];
