import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Points = number[][];

interface Places {
  readonly points: Points;
  readonly means: Points;
}

interface Sorted extends Places {
  readonly clusters: number[];
}

/** Multiples of `unit`, a power of 2 as the number of numbers is, so that all sums of squares are exact: two means are equally near or they are not, however they
 * are added up. With a small reach ties are frequent. */
function drawPlaces(draw: Draw, reach: number, unit: number): Places {
  const size = draw.oneOf([1, 2, 4, 16]);
  const place = () => Array.from({length: size}, () => draw.integer(-reach, reach) * unit);
  const means = Array.from({length: draw.size(2, 4, 12)}, place);
  return {points: draw.list(1, 20, place), means};
}

/** Points of clusters that are all used, or all but one; on a small grid now and then, where some are equal. */
function drawSorted(draw: Draw, empty: boolean): Sorted {
  const size = draw.size(1, 3, 20);
  const count = draw.size(empty ? 2 : 1, 4, 8);
  const [reach, digits] = draw.oneOf([
    [9, 2],
    [1, 0],
  ] as const);
  const unused = empty ? draw.integer(0, count - 1) : -1;
  const used = Array.from({length: count}, (_, j) => j).filter((j) => j !== unused);
  const clusters = [...used, ...draw.list(0, 20, () => draw.oneOf(used))];
  const points = draw.matrix(clusters.length, size, -reach, reach, digits);
  return {points, clusters, means: draw.matrix(count, size, -reach, reach, digits)};
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const gaps = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!);
const squared = (a: readonly number[], b: readonly number[]) =>
  sum(gaps(a, b).map((gap) => gap * gap));

/** The first index of the least `cost`. */
function firstLeast(costs: readonly number[]): number {
  return costs.reduce((best, cost, j) => (cost < costs[best]! ? j : best), 0);
}

function assign({points, means}: Places, cost = squared): number[] {
  return points.map((point) => firstLeast(means.map((mean) => cost(point, mean))));
}

/** The last of equally near means. */
function assignLast({points, means}: Places): number[] {
  const back = assign({points, means: [...means].reverse()});
  return back.map((j) => means.length - 1 - j);
}

/** New means, with what a mean of `own` points, or of none, is. */
function update(
  {points, clusters, means}: Sorted,
  fold = (values: readonly number[], _old: number) => sum(values) / values.length,
  none = (old: number) => old,
): Points {
  return means.map((mean, j) => {
    const own = points.filter((_, i) => clusters[i] === j);
    return mean.map((old, a) =>
      own.length === 0
        ? none(old)
        : fold(
            own.map((point) => point[a]!),
            old,
          ),
    );
  });
}

/** The lower one, the upper one and the middle of the two, where two are in the middle. */
const medians = [
  (at: readonly number[], count: number) => at[(count - 1) >> 1]!,
  (at: readonly number[], count: number) => at[count >> 1]!,
  (at: readonly number[], count: number) => (at[(count - 1) >> 1]! + at[count >> 1]!) / 2,
].map((middle) => (values: readonly number[]) => {
  return middle(
    [...values].sort((a, b) => a - b),
    values.length,
  );
});

const whichIsNearest = (places: Places) => ({
  advice:
    "for each point, add up the squared differences to each mean, and take the index of the smallest sum.",
  mistakes: [
    {
      value: assignLast(places),
      advice: "of equally near means you take the last. Take the first: compare with <, not <=.",
    },
    {
      value: assign(places).map((j) => j + 1),
      advice: "indices begin at 0: the first mean has index 0.",
    },
    {
      value: assign(places, (a, b) => -squared(a, b)),
      advice: "these are the farthest means. Take the smallest distance, not the largest.",
    },
    {
      value: assign({points: places.means, means: places.points}),
      advice: "this is the nearest point of each mean. Turn it round: one index for each point.",
    },
    {
      value: assign(places, (a, b) => sum(gaps(a, b))),
      advice: "differences of both signs cancel. Square each before you add them up.",
    },
    {
      value: assign(places, (a, b) => Math.abs(sum(gaps(a, b)))),
      advice: "differences of both signs cancel. Square each before you add them up.",
    },
    {
      value: assign(places, (a, b) => sum(gaps(a, b).map(Math.abs))),
      advice: "this adds up the sizes of the differences. k-means adds up their squares.",
    },
    {
      value: assign(places, ([a], [b]) => (a! - b!) ** 2),
      advice: "only the first number of each point is compared. Go over all of them.",
    },
  ],
});

const middleOfItsPoints = (sorted: Sorted) => ({
  advice: "for each cluster, add up its points and divide by how many it has.",
  mistakes: [
    {
      value: update(sorted, sum),
      advice: "this is the sum of the points. Divide it by how many the cluster has.",
    },
    {
      value: update(sorted, (values) => sum(values) / sorted.points.length),
      advice:
        "you divide by the number of all points. Divide by the number of those in the cluster.",
    },
    {
      value: update(sorted, (values, old) => (sum(values) + old) / (values.length + 1)),
      advice: "the old mean is counted as one more point. Only the points count.",
    },
    ...[Math.floor, Math.round, Math.trunc, Math.ceil].map((round) => ({
      value: update(sorted, (values) => round(sum(values) / values.length)),
      advice: "the means are rounded. Divide without rounding: a mean need not be a whole number.",
    })),
    ...medians.map((median) => ({
      value: update(sorted, median),
      advice:
        "this is the median, number by number: half of the points lie on each side of it. k-means takes the mean.",
    })),
    {
      value: update(sorted, (values) => (Math.min(...values) + Math.max(...values)) / 2),
      advice: "this is the middle of the range. Add up all points: the mean is where they balance.",
    },
    {
      value: update(sorted, (values) => sum(values) / Math.max(1, values.length - 1)),
      advice:
        "you divide by one less. That is for estimating a variance; a mean is divided by how many there are.",
    },
  ],
});

const nothingToDivide = (sorted: Sorted) => ({
  advice: "a cluster without points keeps its mean; the others move as before.",
  mistakes: [
    {
      value: update(sorted, undefined, () => Number.NaN),
      advice: "a cluster without points gives 0 / 0, which is NaN. Let it keep its mean.",
    },
    {
      value: update(sorted, undefined, () => 0),
      advice:
        "a cluster without points is sent to 0, where there may be nothing at all. Let it keep its mean.",
    },
    {
      value: update(sorted).filter((_, j) => sorted.clusters.includes(j)),
      advice:
        "a cluster without points is dropped, so that the others change their index. Let it keep its mean.",
    },
    ...middleOfItsPoints(sorted).mistakes,
  ],
});

const side = 8;

/** A stroke through the middle, at a random place and a little grey: flat, black -1, white 1. */
function stroke(upright: boolean, at: number, brightness: number): number[] {
  return Array.from({length: side * side}, (_, i) => {
    const across = upright ? i % side : Math.floor(i / side);
    return across === at ? brightness : -1;
  });
}

function rowsOf(pixels: readonly number[]): number[][] {
  return Array.from({length: side}, (_, y) => pixels.slice(y * side, (y + 1) * side));
}

export const tests = [
  test("assign", "by hand", 1, async ({call, check, random}) => {
    const far = 3 + random.integer(90);
    const means = [
      [0, 0],
      [far, far],
    ];
    const points = [
      [far - 1, far],
      [1, -1],
      [far + 5, far + 5],
      [-far, far / 2],
    ];
    check.same(await call("assign", points, means), [1, 0, 1, 0], whichIsNearest({points, means}));
  }),
  property(
    "assign",
    "each point goes to the nearest mean",
    2,
    (draw) => drawPlaces(draw, 36, 0.25),
    async (places, {call, check}) => {
      const yours = await call("assign", places.points, places.means);
      check.same(yours, assign(places), whichIsNearest(places));
    },
  ),
  property(
    "assign",
    "of equally near means, the first",
    1,
    (draw) => drawPlaces(draw, 2, 1),
    async (places, {call, check}) => {
      const yours = await call("assign", places.points, places.means);
      check.same(yours, assign(places), whichIsNearest(places));
    },
  ),
  property(
    "update",
    "each mean goes to the middle of its points",
    3,
    (draw) => drawSorted(draw, false),
    async (sorted, {call, check}) => {
      const yours = await call("updateMeans", sorted.points, sorted.clusters, sorted.means);
      check.close(yours, update(sorted), middleOfItsPoints(sorted));
    },
  ),
  test("update", "the mean of pictures is a picture", 1, async ({call, check, random}) => {
    const clusters = random.shuffle([0, 0, 0, 1, 1, 1, 1]);
    const points = clusters.map((j) =>
      stroke(j === 0, 1 + random.integer(side - 2), 0.5 + random.integer(50) / 100),
    );
    const sorted = {points, clusters, means: [stroke(true, 0, 1), stroke(false, 0, 1)]};
    const right = update(sorted);
    const known = middleOfItsPoints(sorted);
    const yours = await call("updateMeans", points, clusters, sorted.means);
    const means = check.list(yours, 2, "means");
    for (const [j, mean] of right.entries())
      check.picture(rowsOf(check.numbers(means[j], side * side)), rowsOf(mean), {
        advice: known.advice,
        mistakes: known.mistakes.map(({value, advice}) => ({value: rowsOf(value[j]!), advice})),
      });
  }),
  property(
    "empty",
    "a mean without points stays where it is",
    2,
    (draw) => drawSorted(draw, true),
    async (sorted, {call, check}) => {
      const yours = await call("updateMeans", sorted.points, sorted.clusters, sorted.means);
      check.close(yours, update(sorted), nothingToDivide(sorted));
    },
  ),
];
