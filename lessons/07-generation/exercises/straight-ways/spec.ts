import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];
type Way = readonly Row[];

const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const mean = (values: Row) => sum(values) / values.length;
const added = (a: Row, x: number, b: Row, y: number) => a.map((value, k) => x * value + y * b[k]!);
const apart = (a: Row, b: Row) => Math.hypot(...added(a, 1, b, -1));

interface Step {
  readonly x: number[];
  readonly first: number[];
  readonly second: number[];
  readonly t: number;
  readonly next: number;
}

function drawStep(draw: Draw): Step {
  const size = draw.size(1, 3, 20);
  const t = draw.number(0, 0.9);
  return {
    x: draw.numbers(size, -5, 5),
    first: draw.numbers(size, -3, 3),
    second: draw.numbers(size, -3, 3),
    t,
    next: Math.round(100 * (t + draw.number(0.02, 1 - t))) / 100,
  };
}

const moved = ({x, first, second}: Step, ofFirst: number, ofSecond: number) =>
  added(added(x, 1, first, ofFirst), 1, second, ofSecond);

const heunDemand = (step: Step) => {
  const h = step.next - step.t;
  return {
    advice: "x plus next - t times the mean of the two velocities.",
    mistakes: [
      {
        value: moved(step, h, 0),
        advice: "this is Euler’s step: the second velocity has no part in it.",
      },
      {
        value: moved(step, 0, h),
        advice: "only the second velocity is followed. Take the mean of both.",
      },
      {
        value: moved(step, h, h),
        advice: "both velocities are added, so the point goes twice as far. Take their mean.",
      },
      {
        value: moved(step, h, h / 2),
        advice: "this starts where Euler’s step gets. Start from x.",
      },
      {
        value: moved(step, step.next / 2, step.next / 2),
        advice: "next is a moment, not a length of time. The step lasts next - t.",
      },
      {value: moved(step, 0.5, 0.5), advice: "the step lasts next - t, not 1."},
      {
        value: moved(step, h / 2, -h / 2),
        advice: "this is the difference of the two velocities. Add them.",
      },
    ],
  };
};

function drawWays(draw: Draw): {ways: number[][][]} {
  const size = draw.size(1, 2, 6);
  const wayOf = () => {
    const way = draw.matrix(draw.size(2, 4, 12), size, -3, 3);
    // Ends apart, so that there is a straight line.
    way[way.length - 1]![0] = way[0]![0]! + 1 + Math.abs(way[way.length - 1]![0]!);
    return way;
  };
  return {ways: draw.list(1, 6, wayOf)};
}

const lengthOf = (way: Way) => sum(way.slice(1).map((place, i) => apart(way[i]!, place)));
const lineOf = (way: Way) => apart(way[0]!, way.at(-1)!);

const detourOf = (ways: readonly Way[]) => sum(ways.map(lengthOf)) / sum(ways.map(lineOf)) - 1;

const detourDemand = (ways: readonly Way[]) => {
  const [along, straight] = [sum(ways.map(lengthOf)), sum(ways.map(lineOf))];
  const squares = (way: Way) => sum(way.slice(1).map((place, i) => apart(way[i]!, place) ** 2));
  return {
    advice: "the lengths of all ways, divided by those of all straight lines, minus 1.",
    mistakes: [
      {value: along / straight, advice: "this is how many times as long they are. Take 1 off."},
      {value: straight / along - 1, advice: "it is divided the wrong way round: way by line."},
      {
        value: along - straight,
        advice: "this is a length. Divide it by that of the straight lines.",
      },
      {value: 100 * (along / straight - 1), advice: "a share is asked for, not per cent."},
      {
        value: mean(ways.map((way) => lengthOf(way) / lineOf(way) - 1)),
        advice: "this is the mean of the ways’ own detours. Add up all lengths first, then divide.",
      },
      {
        value: sum(ways.map(squares)) / sum(ways.map((way) => lineOf(way) ** 2)) - 1,
        advice: "squares are added up. A length is the root of the sum of squares, step by step.",
      },
    ],
  };
};

interface Pairs {
  readonly ways: number[][][];
  readonly t: number;
}

const drawPairs = (draw: Draw): Pairs => ({...drawWays(draw), t: draw.number(0.05, 0.95)});

type Rule = (noise: Row, end: Row) => {readonly x: Row; readonly target: Row};

const rightPair =
  (t: number): Rule =>
  (noise, end) => ({x: added(noise, 1 - t, end, t), target: added(end, 1, noise, -1)});

const pairsBy = ({ways}: Pairs, rule: Rule) => ways.map((way) => rule(way[0]!, way.at(-1)!));

const pairsDemand = (pairs: Pairs) => {
  const {ways, t} = pairs;
  const right = rightPair(t);
  const shifted = ways.map((way, i) =>
    right(way[0]!, ways[(i + 1) % ways.length]!.at(-1)!.slice(0, way[0]!.length)),
  );
  return {
    advice: "the place (1 - t) · first + t · last, and the velocity last - first.",
    mistakes: [
      {
        value: pairsBy(pairs, (noise, end) => ({
          ...right(noise, end),
          x: added(noise, t, end, 1 - t),
        })),
        advice: "time runs the other way: at t = 0 the place is the noise.",
      },
      {
        value: pairsBy(pairs, (noise, end) => ({
          ...right(noise, end),
          target: added(noise, 1, end, -1),
        })),
        advice: "the target is turned round. It leads from the noise to the end.",
      },
      {
        value: pairsBy(pairs, (noise, end) => ({...right(noise, end), target: end})),
        advice: "this target is the end itself. A velocity is where to, minus where from.",
      },
      {
        value: pairsBy(pairs, (noise, end) => {
          const {x} = right(noise, end);
          return {x, target: added(end, 1, x, -1)};
        }),
        advice:
          "this target is what is left of the way. The velocity is the same all along the line.",
      },
      {
        value: shifted,
        advice: "noise is paired with the end of another way. Each has its own.",
      },
    ],
  };
};

export const tests = [
  property("heun", "along the mean of both", 3, drawStep, async (step, {call, check}) => {
    const {x, first, second, t, next} = step;
    const half = (next - t) / 2;
    const yours = await call("heunStep", x, first, second, t, next);
    check.close(yours, moved(step, half, half), heunDemand(step));
  }),
  property("detour", "of any ways", 3, drawWays, async ({ways}, {call, check}) => {
    check.close(await call("detour", ways), detourOf(ways), detourDemand(ways));
  }),
  test("detour", "straight lines have none", 1, async ({call, check, random}) => {
    const ways = Array.from({length: 5}, () => {
      const [a, b] = [Array.from(random.normals(4)), Array.from(random.normals(4))];
      return [0, 0.1, 0.5, 0.6, 1].map((t) => added(a, 1 - t, b, t));
    });
    check.close(await call("detour", ways), 0, {
      ...detourDemand(ways),
      advice: "a straight way is as long as the line between its ends, however many places it has.",
      mistakes: [],
    });
  }),
  property("pairs", "each with its own end", 3, drawPairs, async (pairs, {call, check}) => {
    const yours = check.list(
      await call("ownPairs", pairs.ways, pairs.t),
      pairs.ways.length,
      "pairs",
    );
    const plain = yours.map((each) => ({
      x: check.field(each, "x"),
      target: check.field(each, "target"),
    }));
    check.close(plain, pairsBy(pairs, rightPair(pairs.t)), pairsDemand(pairs));
  }),
];
