import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";

type Rows = readonly (readonly number[])[];

/** An area of the reader's noise. */
async function noiseOf(
  {call, check}: Trial,
  seed: number,
  left: number,
  top: number,
  width: number,
  height = width,
): Promise<Rows> {
  const rows = check.list(
    await call("noise", seed, left, top, width, height),
    height,
    "rows",
    "`height` rows of `width` numbers.",
  );
  return rows.map((row) => check.numbers(row, width));
}

const made = (side: number, of: (i: number, j: number) => number): Rows =>
  Array.from({length: side}, (_, i) => Array.from({length: side}, (_, j) => of(i, j)));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

interface Areas {
  readonly seed: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
  /** Of the part: where it begins in the whole, and its side. */
  readonly dx: number;
  readonly dy: number;
  readonly small: number;
}

function drawAreas(draw: Draw): Areas {
  const side = draw.size(2, 5, 12);
  const small = draw.integer(1, side);
  return {
    ...{side, small, dx: draw.integer(0, side - small), dy: draw.integer(0, side - small)},
    ...{left: draw.integer(-20, 20), top: draw.integer(-20, 20), seed: draw.integer(0, 99_999)},
  };
}

const partDemand = (whole: Rows, {side, dx, dy, small}: Areas) => {
  const flat = whole.flat();
  return {
    advice:
      "a place has one number, whichever area it is a part of. Compute it from the seed, x and y alone.",
    mistakes: [
      {
        value: made(small, (i, j) => whole[i]![j]!),
        advice:
          "this counts from the corner of the area that was asked for. The place is x = left + j, y = top + i.",
      },
      {
        value: made(small, (i, j) => whole[dy + i]![j]!),
        advice: "x begins with 0 in each area: add left.",
      },
      {
        value: made(small, (i, j) => whole[i]![dx + j]!),
        advice: "y begins with 0 in each area: add top.",
      },
      {
        value: made(small, (i, j) => whole[dx + i]![dy + j]!),
        advice:
          "x = left + j and y = top + i, where i is the row: this has it the other way round.",
      },
      {
        value: made(small, (i, j) => flat[(i * small + j) % (side * side)]!),
        advice:
          "these numbers are drawn one after the other, from the first place of the area on. So a place gets another one in another area.",
      },
    ],
  };
};

/** From `-far` to `far` in both directions. */
const far = 8;
const side = 2 * far + 1;
const inRange = (at: number) => Math.abs(at) <= far;

/** Whether each place has the number of the one that it is sent to, which is another one for most. */
function isAlike(rows: Rows, sent: (x: number, y: number) => readonly [number, number]): boolean {
  for (let y = -far; y <= far; y++)
    for (let x = -far; x <= far; x++) {
      const [toX, toY] = sent(x, y);
      if (!inRange(toX) || !inRange(toY)) continue;
      if (rows[y + far]![x + far] !== rows[toY + far]![toX + far]) return false;
    }
  return true;
}

/** Why places have something to do with each other. */
function tie(rows: Rows): string | undefined {
  if (isAlike(rows, (x, y) => [x, y + 1]))
    return "all places of a column have the same number: y is left out.";
  if (isAlike(rows, (x, y) => [x + 1, y]))
    return "all places of a row have the same number: x is left out.";
  if (isAlike(rows, (x, y) => [x + 1, y - 1]))
    return "all places on a diagonal have the same number, since x + y is the same there. Mix x in, stir, then mix y in.";
  if (isAlike(rows, (x, y) => [y, x]))
    return "the places (x, y) and (y, x) have the same number. Mix x in, stir, then mix y in.";
  if (
    isAlike(rows, (x, y) => [-x, y]) ||
    isAlike(rows, (x, y) => [x, -y]) ||
    isAlike(rows, (x, y) => [-x, -y])
  )
    return "a place and the one on the other side of 0 have the same number. Keep the sign.";
  const values = rows.flat();
  if (values.length - new Set(values).size > mostTwins)
    return "several places of a small area have the same number. Use all 32 bits, and mix so that no two places come to the same sum.";
  if (
    Math.abs(correlation(values.slice(0, -1), values.slice(1))) > mostCorrelated ||
    Math.abs(correlation(values.slice(0, -side), values.slice(side))) > mostCorrelated
  )
    return "a place tells much about its neighbour: the number moves on by as much from one to the next. Stir more, with multiplications and shifts.";
  return undefined;
}

/** Of 289 numbers of 16 bits 0.6 are there twice on average. */
const mostTwins = 4;
/** Five times the spread that chance gives 289 pairs. */
const mostCorrelated = 0.3;

function correlation(a: readonly number[], b: readonly number[]): number {
  const [of, from] = [a, b].map((values) => {
    const middle = mean(values);
    return values.map((value) => value - middle);
  }) as [number[], number[]];
  const product = (x: readonly number[], y: readonly number[]) =>
    sum(x.map((value, i) => value * y[i]!));
  return product(of, from) / Math.sqrt(product(of, of) * product(from, from));
}

const common = (a: Rows, b: Rows) => {
  const known = new Set(a.flat());
  return b.flat().filter((value) => known.has(value)).length;
};

/** Distances after which noise often begins anew. */
const periods = [100, 128, 256, 1000, 1024, 4096, 65_536];

interface Tiled {
  readonly seed: number;
  readonly column: number;
  readonly row: number;
  readonly side: number;
}

function drawTile(draw: Draw): Tiled {
  return {
    side: draw.size(1, 3, 6),
    ...{column: draw.integer(-4, 4), row: draw.integer(-4, 4), seed: draw.integer(0, 99_999)},
  };
}

const nine: readonly (readonly [di: number, dj: number])[] = [-1, 0, 1].flatMap((di) =>
  [-1, 0, 1].map((dj) => [di, dj] as const),
);

/** Of noise with a margin of `margin`, the means of nine. */
const means = (noise: Rows, side: number, margin: number) =>
  made(side, (i, j) => mean(nine.map(([di, dj]) => noise[i + margin + di]![j + margin + dj]!)));

/** Of the noise of a tile itself: the means of what `at` makes of the nine places, where it makes something of them. */
function meansInside(own: Rows, at: (i: number, j: number) => number | undefined): Rows {
  return made(own.length, (i, j) => mean(nine.flatMap(([di, dj]) => at(i + di, j + dj) ?? [])));
}

async function tileDemand(trial: Trial, {seed, column, row, side}: Tiled) {
  const wide = await noiseOf(trial, seed, column * side - 2, row * side - 2, side + 4);
  const elsewhere = async (left: number, top: number) =>
    means(await noiseOf(trial, seed, left - 1, top - 1, side + 2), side, 1);
  const swapped = await elsewhere(row * side, column * side);
  const beside = await elsewhere(column, row);
  const first = await elsewhere(0, 0);
  const wanted = means(wide, side, 2);
  const own = made(side, (i, j) => wide[i + 2]![j + 2]!);
  const clamped = (at: number) => Math.max(0, Math.min(side - 1, at));
  const wrapped = (at: number) => (at + side) % side;
  const weighed = (weight: (di: number, dj: number) => number) =>
    made(side, (i, j) => {
      const shares = nine.map(([di, dj]) => weight(di, dj));
      const all = nine.map(([di, dj], k) => shares[k]! * wide[i + 2 + di]![j + 2 + dj]!);
      return sum(all) / sum(shares);
    });
  return {
    wanted,
    demand: {
      advice:
        "ask noise for an area that is one cell larger on each side, and take the mean of nine places for each place of the tile.",
      mistakes: [
        {value: own, advice: "this is the noise itself. A height is the mean of nine."},
        {
          value: meansInside(own, (i, j) => own[i]?.[j]),
          advice:
            "at the border only the places inside the tile count, so the neighbour’s heights don’t fit. All nine count, wherever they are.",
        },
        {
          value: meansInside(own, (i, j) => own[i]?.[j] ?? 0),
          advice:
            "places beyond the border count as 0 here. They have their own chance: ask noise.",
        },
        {
          value: meansInside(own, (i, j) => own[clamped(i)]![clamped(j)]!),
          advice:
            "this repeats the places at the border. Those beyond it have their own chance: ask noise.",
        },
        {
          value: meansInside(own, (i, j) => own[wrapped(i)]![wrapped(j)]!),
          advice:
            "beyond the border this goes on at the other side of the tile. It would fit itself, but not its neighbours.",
        },
        {
          value: wanted.map((each) => each.map((value) => 9 * value)),
          advice: "divide by nine: this is the sum.",
        },
        {
          value: made(side, (i, j) => mean(nine.map(([di, dj]) => wide[i + 3 + di]![j + 3 + dj]!))),
          advice:
            "this is the mean of a place and of those to the right and below. The place is in the middle of the nine.",
        },
        {
          value: weighed((di, dj) => (di === 0 && dj === 0 ? 0 : 1)),
          advice: "the place itself is one of the nine.",
        },
        {
          value: weighed((di, dj) => (di !== 0 && dj !== 0 ? 0 : 1)),
          advice: "the four corners count too: nine places in all.",
        },
        {
          value: weighed((di, dj) => (2 - Math.abs(di)) * (2 - Math.abs(dj))),
          advice: "here the nine count differently. Take their plain mean.",
        },
        {
          value: made(side, (i, j) => wanted[j]![i]!),
          advice: "rows and columns of the tile are swapped: row i is y = row · side + i.",
        },
        {
          value: swapped,
          advice: "column counts to the right, along x, and row down, along y.",
        },
        {
          value: beside,
          advice: "a tile is side cells wide: the first place is column · side, row · side.",
        },
        {
          value: first,
          advice: "this is the tile at the start, every time. Where is the tile asked for?",
        },
      ],
    },
  };
}

export const tests = [
  property(
    "noise",
    "a part of an area has the numbers of the whole",
    2,
    drawAreas,
    async (areas, trial) => {
      const {call, check} = trial;
      const {seed, left, top, side, dx, dy, small} = areas;
      const whole = await noiseOf(trial, seed, left, top, side);
      check.same(await call("noise", seed, left, top, side, side), whole, {
        advice:
          "asked for the same area twice, it gives other numbers. Chance from Math.random, or from a counter that goes on, depends on what was asked before.",
      });
      check.same(
        await call("noise", seed, left + dx, top + dy, small, small),
        made(small, (i, j) => whole[dy + i]![dx + j]!),
        partDemand(whole, areas),
      );
    },
    20,
  ),
  test("noise", "from 0 up to 1, spread evenly", 1, async (trial) => {
    const {check, random} = trial;
    const values = (await noiseOf(trial, random.integer(99_999), -12, -12, 24)).flat();
    const outside = values.find((value) => value < 0 || value >= 1);
    check.that(outside === undefined, {
      expected: "numbers from 0 up to 1",
      yours: String(outside),
      advice:
        "numbers from 0 up to 1: of 32 bits, (h >>> 0) is never negative, and 2 ** 32 is what to divide by.",
    });
    for (const quarter of [0, 1, 2, 3]) {
      const share = mean(values.map((value) => (Math.floor(4 * value) === quarter ? 1 : 0)));
      check.that(Math.abs(share - 0.25) < 0.1, {
        expected: `about a quarter of 576 numbers from ${quarter / 4} to ${(quarter + 1) / 4}`,
        yours: `${Math.round(100 * share)} %`,
        advice: "they are not spread evenly from 0 to 1.",
      });
    }
  }),
  test("noise", "another place, another number", 1, async (trial) => {
    const {check, random} = trial;
    const seed = random.integer(99_999);
    const advice = tie(await noiseOf(trial, seed, -far, -far, side));
    check.that(advice === undefined, {
      expected: `${side * side} numbers that have nothing to do with each other`,
      ...(advice === undefined ? {} : {advice}),
    });
    const start = await noiseOf(trial, seed, 0, 0, 4);
    for (const period of periods)
      for (const [left, top] of [
        [period, 0],
        [0, period],
      ] as const)
        check.that(common(start, await noiseOf(trial, seed, left, top, 4)) <= 2, {
          expected: `other numbers at (${left}, ${top}) than at (0, 0)`,
          advice: "far away the same numbers come again. Let all bits of x and y count.",
        });
  }),
  test("noise", "another seed, another world", 1, async (trial) => {
    const {check, random} = trial;
    const seed = random.integer(99_999);
    const world = await noiseOf(trial, seed, -far, -far, side);
    for (const more of [1, 256, 65_536]) {
      const other = await noiseOf(trial, seed + more, -far, -far, side);
      const shared = common(world, other);
      check.that(shared < side * side, {
        expected: `other numbers with seed ${seed + more} than with ${seed}`,
        advice: "the seed is left out, or a part of its bits.",
      });
      check.that(shared <= 8, {
        expected: `other numbers with seed ${seed + more} than with ${seed}`,
        yours: `${shared} of ${side * side} are the same`,
        advice: "another seed shows the same world, moved. Stir the seed before you mix x or y in.",
      });
      check.that(Math.abs(correlation(world.flat(), other.flat())) < mostCorrelated, {
        expected: "two worlds that have nothing to do with each other",
        advice:
          "where one seed has a large number, so has the next. Mix the seed in first, and stir afterwards.",
      });
    }
  }),
  test("noise", "whichever place is asked for first", 1, async (trial) => {
    const {check, random} = trial;
    const [seed, x] = [random.integer(99_999), 100_000 + random.integer(99_999)];
    const begin = random.integer(99_999);
    await trial.seed(begin);
    const here = await noiseOf(trial, seed, x, 7, 1);
    await trial.seed(begin);
    const there = await noiseOf(trial, seed, x + 5, -7, 1);
    check.that(here[0]![0] !== there[0]![0], {
      expected: "a number that belongs to the place",
      yours: `${here[0]![0]} for whichever place is asked for first`,
      advice:
        "the first place that is asked for gets the same number, whichever it is. To remember what Math.random gave does not help: in another order the world would be another one.",
    });
  }),
  property(
    "tile",
    "the mean of nine, at the border too",
    3,
    drawTile,
    async (tiled, trial) => {
      const {wanted, demand} = await tileDemand(trial, tiled);
      const {seed, column, row, side} = tiled;
      trial.check.close(await trial.call("tile", seed, column, row, side), wanted, demand);
    },
    15,
  ),
  test("tile", "four tiles are one of twice the side", 1, async (trial) => {
    const {call, check, random} = trial;
    const seed = random.integer(99_999);
    const [column, row] = [random.integer(9) - 4, random.integer(9) - 4];
    const large = check.list(await call("tile", seed, column, row, 6), 6, "rows");
    const rows = large.map((each) => check.numbers(each, 6));
    for (const [down, right] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const)
      check.close(
        await call("tile", seed, 2 * column + right, 2 * row + down, 3),
        made(3, (i, j) => rows[3 * down + i]![3 * right + j]!),
        {advice: "a place has one height, however large the tiles are."},
      );
  }),
];
