import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);

interface Mix {
  readonly parents: number[][];
  readonly shares: number[];
}

function drawMix(draw: Draw): Mix {
  const [count, size] = [draw.size(2, 3, 8), draw.size(1, 4, 20)];
  return {
    parents: draw.matrix(count, size, -3, 3),
    shares: Array.from({length: count}, () => draw.number(0.2, 3)),
  };
}

function blendDemand({parents, shares}: Mix) {
  const mixed = parents[0]!.map((_, i) => sum(parents.map((row, j) => shares[j]! * row[i]!)));
  const by = (divisor: number) => mixed.map((value) => value / divisor);
  const squares = sum(shares.map((share) => share * share));
  return {
    wanted: by(Math.sqrt(squares)),
    demand: {
      advice:
        "the sum of the parents, each times its share, by the root of the sum of squared shares.",
      mistakes: [
        {
          value: mixed,
          advice: "nothing is divided yet, so that the child depends on how large the shares are.",
        },
        {
          value: by(sum(shares)),
          advice:
            "this is a mean. Its numbers are smaller than the parents’. Divide by the root of the sum of squares.",
        },
        {value: by(squares), advice: "this divides by the sum of squares. Take its root."},
        {
          value: parents[0]!.map(
            (_, i) => sum(parents.map((row) => row[i]!)) / Math.sqrt(parents.length),
          ),
          advice: "all parents count the same here. Each has a share.",
        },
      ],
    },
  };
}

interface Noisy {
  readonly parent: number[];
  readonly noise: number[];
  readonly strength: number;
}

function drawNoisy(draw: Draw): Noisy {
  const size = draw.size(1, 4, 20);
  return {
    parent: draw.numbers(size, -3, 3),
    noise: draw.numbers(size, -3, 3),
    strength: draw.number(0.1, 0.9),
  };
}

const noisyWith = ({parent, noise}: Noisy, kept: number, added: number) =>
  parent.map((value, i) => kept * value + added * noise[i]!);

function mutateDemand(noisy: Noisy) {
  const s = noisy.strength;
  const kept = Math.sqrt(1 - s * s);
  return {
    wanted: noisyWith(noisy, kept, s),
    demand: {
      advice: "the root of 1 - s² times the parent, and s times the noise.",
      mistakes: [
        {
          value: noisyWith(noisy, 1, s),
          advice:
            "the noise is added, and the parent is kept whole. With each mutation the numbers would grow.",
        },
        {
          value: noisyWith(noisy, 1 - s, s),
          advice:
            "this is a mean of parent and noise, and its numbers are too small. The squares of both shares must add up to 1.",
        },
        {
          value: noisyWith(noisy, 1 - s * s, s),
          advice: "take the root of 1 - s².",
        },
        {
          value: noisyWith(noisy, s, kept),
          advice: "this has it the wrong way round: the strength is the share of the noise.",
        },
      ],
    },
  };
}

export const tests = [
  property("blend", "each by its share", 3, drawMix, async (mix, {call, check}) => {
    const {wanted, demand} = blendDemand(mix);
    check.close(await call("blend", mix.parents, mix.shares), wanted, demand);
  }),
  test("blend", "a share of nothing", 1, async ({call, check}) => {
    const parents = [
      [1, -2, 3],
      [9, 9, 9],
    ];
    check.close(await call("blend", parents, [7, 0]), [1, -2, 3], {
      advice: "with the whole share the first parent comes out as it was.",
    });
  }),
  property(
    "cross",
    "each number from one of them",
    2,
    (draw) => {
      const size = draw.size(1, 5, 20);
      return {
        a: draw.numbers(size, -3, -1),
        b: draw.numbers(size, 1, 3),
        tosses: Array.from({length: size}, () => draw.integer(0, 1) === 1),
      };
    },
    async ({a, b, tosses}, {call, check}) => {
      const wanted = a.map((value, i) => (tosses[i] ? value : b[i]!));
      check.close(await call("cross", a, b, tosses), wanted, {
        advice: "number i is that of a where tosses[i] is true, and that of b elsewhere.",
        mistakes: [
          {
            value: a.map((value, i) => (tosses[i] ? b[i]! : value)),
            advice: "this has it the wrong way round: true takes the number of a.",
          },
          {
            value: a.map((value, i) => (value + b[i]!) / 2),
            advice: "this is a mean. A cross takes each number whole.",
          },
          {
            value: a.map((value, i) => (tosses[0] ? value : b[i]!)),
            advice: "one toss decides for all numbers here. Each has its own.",
          },
        ],
      });
    },
  ),
  test("cross", "the example", 1, async ({call, check}) => {
    check.close(await call("cross", [1, 2, 3], [7, 8, 9], [true, false, true]), [1, 8, 3], {
      advice: "1 and 3 come from the first, 8 from the second.",
    });
  }),
  property("mutate", "parent and noise", 2, drawNoisy, async (noisy, {call, check}) => {
    const {wanted, demand} = mutateDemand(noisy);
    check.close(await call("mutate", noisy.parent, noisy.noise, noisy.strength), wanted, demand);
  }),
  test("mutate", "not at all, and altogether", 1, async ({call, check}) => {
    check.close(await call("mutate", [1, -2], [5, 6], 0), [1, -2], {
      advice: "a strength of 0 is the parent.",
    });
    check.close(await call("mutate", [1, -2], [5, 6], 1), [5, 6], {
      advice: "a strength of 1 is somebody else: the noise alone.",
    });
  }),
];
