import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import {
  batches,
  featureCount,
  featuresOf,
  follow,
  missOf,
  pointPicture,
  type Rows,
  startsOf,
  steppedBy,
} from "../../tent-flow.js";

type Row = readonly number[];

interface Stop {
  readonly weights: Rows;
  readonly x: Row;
  readonly t: number;
  readonly next: number;
  readonly fresh: Row;
  readonly eta: number;
}

function drawStop(draw: Draw): Stop {
  const t = draw.number(0, 0.9);
  return {
    x: draw.numbers(2, -2, 2),
    t,
    next: Math.round(100 * (t + draw.number(0.03, 1 - t))) / 100,
    fresh: draw.numbers(2, -2, 2),
    eta: draw.oneOf([0, 1, 0.5]),
    weights: draw.matrix(2, featureCount, -1, 1),
  };
}

const added = (a: Row, x: number, b: Row, y: number) => a.map((value, k) => x * value + y * b[k]!);

function velocityOf({weights, x}: Stop, t: number): number[] {
  const features = featuresOf(x, t);
  return weights.map((row) => row.reduce((sum, weight, j) => sum + weight * features[j]!, 0));
}

/** The spread of the fresh noise. */
function spreadOf({t, next, eta}: Stop): number {
  const [now, then] = [1 - t, 1 - next];
  return (eta * then * Math.sqrt(now ** 2 - (t / next) ** 2 * then ** 2)) / now;
}

/** The step, by the time at which the network is asked and that at which its answer is read. */
function moved(stop: Stop, asked = stop.t, read = stop.t): number[] {
  const {x, next, fresh} = stop;
  const v = velocityOf(stop, asked);
  const [clean, noise] = [added(x, 1, v, 1 - read), added(x, 1, v, -read)];
  const spread = spreadOf(stop);
  const kept = Math.sqrt(Math.max(0, (1 - next) ** 2 - spread ** 2));
  return added(added(clean, next, noise, kept), 1, fresh, spread);
}

const cleanAt = (stop: Stop) => added(stop.x, 1, velocityOf(stop, stop.t), 1 - stop.t);
const noiseAt = (stop: Stop) => added(stop.x, 1, velocityOf(stop, stop.t), -stop.t);

const demand = (stop: Stop) => {
  const {x, next, fresh} = stop;
  return {
    advice:
      "ask the network, guess picture and noise, exchange a part of the noise, mix for the next time.",
    mistakes: [
      {value: x, advice: "the point has not moved."},
      {
        value: cleanAt(stop),
        advice:
          "this leaps to the guess of the picture. Mix it with noise: one of the two lines with x does not belong.",
      },
      {
        value: added(cleanAt(stop), next, fresh, 1),
        advice:
          "all of the old noise is thrown away, and the fresh noise has its full strength. One of the lines with noise does not belong.",
      },
      {
        value: added(cleanAt(stop), next, noiseAt(stop), 1),
        advice:
          "the noise has still its full strength: it is weakened for the next time when a part of it is exchanged.",
      },
      {
        value: moved({...stop, eta: 0}),
        advice: "no fresh noise came in.",
      },
      {
        value: moved(stop, stop.next, stop.t),
        advice: "the network was asked about the next time. Ask it about the present one.",
      },
    ],
  };
};

function callStep(call: Trial["call"], {weights, x, t, next, fresh, eta}: Stop): Promise<unknown> {
  return call("step", weights, x, t, next, fresh, eta);
}

export const tests = [
  property("step", "the place after a step", 2, drawStop, async (stop, {call, check}) => {
    check.close(check.field(await callStep(call, stop), "x"), moved(stop), demand(stop));
  }),
  property("step", "the time after a step", 1, drawStop, async (stop, {call, check}) => {
    check.close(check.field(await callStep(call, stop), "t"), stop.next, {
      advice: "after the step it is the next time.",
      mistakes: [
        {value: stop.t, advice: "the clock stands still: the next step would be this one again."},
      ],
    });
  }),
  test("way", "noise arrives at the points", 2, async ({call, check, random, show}) => {
    const run = await follow(batches(random), async (round) => steppedBy(round));
    const {weights} = run.at(-1)!;
    const starts = startsOf(random).slice(0, 12);
    const times = [0, 0.2, 0.4, 0.6, 0.8, 1];
    const [yours, right]: [number[][], number[][]] = [[], []];
    for (const start of starts) {
      let [x, other]: [Row, Row] = [start, start];
      for (const [i, t] of times.slice(0, -1).entries()) {
        const stop = {
          weights,
          t,
          next: times[i + 1]!,
          fresh: Array.from(random.normals(2)),
          eta: 0.5,
        };
        other = moved({...stop, x: other});
        x = check.numbers(check.field(await callStep(call, {...stop, x}), "x"), 2);
      }
      yours.push([...x]);
      right.push([...other]);
    }
    show({
      label: "Your step, from noise to the points",
      curves: [],
      pictures: [pointPicture("expected", right), pointPicture("yours", yours)],
    });
    const [end, goal] = [missOf(yours), missOf(right)];
    check.that(Math.abs(end - goal) < 1e-6, {
      expected: `after five steps the points are ${goal.toFixed(2)} from the middle of the data`,
      yours: `${end.toFixed(2)} from it`,
      advice:
        "look at the first test that fails: each step goes astray a little, and here is the sum.",
    });
  }),
];
