import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Ball {
  readonly weight: number;
  readonly velocity: number;
}

interface Adam {
  readonly weight: number;
  readonly mean: number;
  readonly square: number;
  readonly steps: number;
}

interface BallStep {
  readonly state: Ball;
  readonly gradient: number;
  readonly rate: number;
  readonly momentum: number;
}

interface AdamStep {
  readonly state: Adam;
  readonly gradient: number;
  readonly rate: number;
}

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

const signed = (draw: Draw, low: number, high: number) =>
  draw.number(low, high) * (draw.integer(0, 1) ? 1 : -1);

const drawBall = (draw: Draw): BallStep => ({
  state: {weight: signed(draw, 1, 9), velocity: signed(draw, 1, 4)},
  gradient: signed(draw, 1, 5),
  rate: draw.number(0.02, 0.6),
  momentum: draw.number(0.5, 0.95),
});

const drawAdam = (draw: Draw): AdamStep => ({
  state: {
    weight: signed(draw, 1, 9),
    mean: signed(draw, 0.5, 2),
    square: draw.number(3, 9),
    steps: draw.integer(1, 40),
  },
  gradient: signed(draw, 1, 5),
  rate: draw.number(0.02, 0.6),
});

function ballAfter({state, gradient, rate, momentum}: BallStep): Ball {
  const velocity = momentum * state.velocity + gradient;
  return {weight: state.weight - rate * velocity, velocity};
}

function adamAfter({state, gradient, rate}: AdamStep): Adam {
  const steps = state.steps + 1;
  const mean = beta1 * state.mean + (1 - beta1) * gradient;
  const square = beta2 * state.square + (1 - beta2) * gradient ** 2;
  return {weight: state.weight - rate * wayOf(mean, square, steps, steps), mean, square, steps};
}

function wayOf(mean: number, square: number, stepsOfMean: number, stepsOfSquare: number): number {
  const along = mean / (1 - beta1 ** stepsOfMean);
  return along / (Math.sqrt(square / (1 - beta2 ** stepsOfSquare)) + epsilon);
}

const raceSteps = 60;
/** The ravine of *The rate and the path*: its slopes, and its start. */
const slopes = [0.1, 4] as const;
const start = [-2.6, 1] as const;
const height = (x: number, y: number) => (x * x) / 20 + 2 * y * y;

type Move<State> = (state: State, gradient: number) => Promise<State> | State;

/** Heights on the way down, each weight moved by itself. */
async function race<State extends {readonly weight: number}>(
  begin: (weight: number) => State,
  move: Move<State>,
): Promise<number[]> {
  let states = start.map(begin);
  const heights = [height(...start)];
  for (let step = 0; step < raceSteps; step++) {
    states = await Promise.all(states.map((state, i) => move(state, slopes[i]! * state.weight)));
    heights.push(height(states[0]!.weight, states[1]!.weight));
  }
  return heights;
}

const still = (weight: number): Adam => ({weight, mean: 0, square: 0, steps: 0});

export const tests = [
  property("momentum", "the velocity", 2, drawBall, async (given, {call, check}) => {
    const {state, gradient, rate, momentum} = given;
    const yours = await call("momentumStep", state, gradient, rate, momentum);
    check.close(check.field(yours, "velocity"), ballAfter(given).velocity, {
      advice: "momentum times the old velocity, and the gradient added.",
      mistakes: [
        {
          value: momentum * state.velocity + (1 - momentum) * gradient,
          advice: "this is Adam’s mean. A ball takes the gradient in full.",
        },
        {
          value: momentum * state.velocity - gradient,
          advice: "add the gradient here; the minus comes where the weight moves.",
        },
        {
          value: momentum * state.velocity + rate * gradient,
          advice: "the rate comes in where the weight moves, not here.",
        },
        {
          value: state.velocity + gradient,
          advice: "a share of the old velocity is lost in each step: momentum times it.",
        },
        {
          value: momentum * (state.velocity + gradient),
          advice: "only the old velocity fades, not the new gradient.",
        },
      ],
    });
  }),
  property("momentum", "the weight of the ball", 2, drawBall, async (given, {call, check}) => {
    const {state, gradient, rate, momentum} = given;
    const yours = await call("momentumStep", state, gradient, rate, momentum);
    const {weight, velocity} = ballAfter(given);
    check.close(check.field(yours, "weight"), weight, {
      advice: "the old weight, less the rate times the new velocity.",
      mistakes: [
        {value: state.weight + rate * velocity, advice: "this goes up the slope."},
        {
          value: state.weight - rate * state.velocity,
          advice: "this moves by the old velocity. Bring it up to date first.",
        },
        {
          value: state.weight - rate * gradient,
          advice: "this is SGD: it moves by the gradient, and the velocity is for nothing.",
        },
        {value: state.weight - velocity, advice: "the rate is left out."},
      ],
    });
  }),
  property("adam", "what it remembers", 2, drawAdam, async (given, {call, check}) => {
    const {state, gradient, rate} = given;
    const yours = await call("adamStep", state, gradient, rate);
    const {mean, square, steps} = adamAfter(given);
    check.close(check.field(yours, "mean"), mean, {
      advice: "nine tenths of the old mean and a tenth of the gradient.",
      mistakes: [
        {value: beta1 * state.mean + gradient, advice: "the gradient counts for a tenth here."},
        {
          value: mean / (1 - beta1 ** steps),
          advice: "this is the corrected mean. Keep the one before the division.",
        },
        {
          value: 0.1 * state.mean + 0.9 * gradient,
          advice: "the old mean keeps nine tenths, not one.",
        },
      ],
    });
    check.close(check.field(yours, "square"), square, {
      advice: "0.999 of the old square and a thousandth of the gradient’s square.",
      mistakes: [
        {
          value: beta2 * state.square + (1 - beta2) * gradient,
          advice: "square the gradient first.",
        },
        {
          value: beta2 * state.square + ((1 - beta2) * gradient) ** 2,
          advice: "square the gradient alone, not its thousandth.",
        },
        {
          value: square / (1 - beta2 ** steps),
          advice: "this is the corrected square. Keep the one before the division.",
        },
        {
          value: beta2 * state.square + (1 - beta2) * mean ** 2,
          advice: "this is the square of the mean. Take that of the gradient.",
        },
      ],
    });
    check.close(check.field(yours, "steps"), steps, {advice: "one step more than before."});
  }),
  property("adam", "the weight of Adam", 2, drawAdam, async (given, {call, check}) => {
    const {state, gradient, rate} = given;
    const yours = await call("adamStep", state, gradient, rate);
    const {weight, mean, square, steps} = adamAfter(given);
    const led = (way: number) => state.weight - rate * way;
    check.close(check.field(yours, "weight"), weight, {
      advice:
        "the corrected mean, divided by the root of the corrected square; times the rate; off the weight.",
      mistakes: [
        {value: led(mean / (Math.sqrt(square) + epsilon)), advice: "the corrections are left out."},
        {
          value: led(wayOf(mean, square, state.steps, state.steps)),
          advice: "this corrects by the steps before. Count this one, too.",
        },
        {
          value: led(mean / (1 - beta1 ** steps) / (square / (1 - beta2 ** steps) + epsilon)),
          advice: "take the root of the square.",
        },
        {value: led(-wayOf(mean, square, steps, steps)), advice: "this goes up the slope."},
        {
          value: led(gradient / (Math.sqrt(square / (1 - beta2 ** steps)) + epsilon)),
          advice: "this is RMSProp: it moves by the gradient. Adam moves by its mean.",
        },
      ],
    });
  }),
  test("adam", "the first step", 1, async ({call, check}) => {
    const first = async (gradient: number) =>
      check.field(await call("adamStep", still(5), gradient, 0.1), "weight");
    check.close(await first(4), 4.9, {
      advice: "the first step is as long as the rate, whatever the gradient.",
    });
    check.close(await first(-400), 5.1, {
      advice: "the first step is as long as the rate, whatever the gradient.",
    });
    check.close(await first(0), 5, {
      advice: "without a slope nothing moves.",
      overflow: "this divides 0 by 0. The small 1e-8 belongs to the divisor.",
    });
  }),
  test("race", "both get near the flag", 1, async ({call, check, show}) => {
    const [rate, momentum, adamRate] = [0.1, 0.9, 0.1];
    const numberOf = (of: unknown, name: string) => check.number(check.field(of, name));
    const ball = await race<Ball>(
      (weight) => ({weight, velocity: 0}),
      async (state, gradient) => {
        const after = await call("momentumStep", state, gradient, rate, momentum);
        return {weight: numberOf(after, "weight"), velocity: numberOf(after, "velocity")};
      },
    );
    const adam = await race<Adam>(still, async (state, gradient) => {
      const after = await call("adamStep", state, gradient, adamRate);
      return {
        weight: numberOf(after, "weight"),
        mean: numberOf(after, "mean"),
        square: numberOf(after, "square"),
        steps: numberOf(after, "steps"),
      };
    });
    const rightBall = await race<Ball>(
      (weight) => ({weight, velocity: 0}),
      (state, gradient) => ballAfter({state, gradient, rate, momentum}),
    );
    const rightAdam = await race<Adam>(still, (state, gradient) =>
      adamAfter({state, gradient, rate: adamRate}),
    );
    show({
      label: "Down the ravine",
      curves: [
        {
          label: "height, momentum",
          role: "generated",
          yours: Float32Array.from(ball),
          right: Float32Array.from(rightBall),
        },
        {
          label: "height, Adam",
          role: "judge",
          yours: Float32Array.from(adam),
          right: Float32Array.from(rightAdam),
        },
      ],
    });
    const [yours, goals] = [
      [ball, adam],
      [rightBall, rightAdam],
    ].map((ways) => ways.flatMap((heights) => [heights[10]!, heights.at(-1)!])) as [
      number[],
      number[],
    ];
    const words = (heights: readonly number[]) => heights.map((each) => each.toFixed(3)).join(", ");
    check.that(
      yours.every((each, i) => Math.abs(each - goals[i]!) < 0.01),
      {
        expected: `heights after 10 and ${raceSteps} steps, first of the ball, then of Adam: ${words(goals)}`,
        yours: words(yours),
        advice: "mend the single steps first; the ways follow.",
      },
    );
  }),
];
