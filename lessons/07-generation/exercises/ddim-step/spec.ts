import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

interface Place {
  readonly x: number[];
  readonly velocity: number[];
  readonly t: number;
}

function drawPlace(draw: Draw): Place {
  const size = draw.size(1, 3, 20);
  return {
    x: draw.numbers(size, -2, 2),
    velocity: draw.numbers(size, -3, 3),
    t: draw.number(0.05, 0.95),
  };
}

const along = (x: Row, velocity: Row, by: number) => x.map((value, i) => value + by * velocity[i]!);
const guessesOf = ({x, velocity, t}: Place) => [along(x, velocity, 1 - t), along(x, velocity, -t)];

const guessesDemand = (place: Place) => {
  const {x, velocity, t} = place;
  const [picture, noise] = guessesOf(place);
  return {
    advice: "the picture is x + (1 - t) · velocity, the noise x - t · velocity.",
    mistakes: [
      {value: [noise, picture], advice: "the two are swapped: first the picture, then the noise."},
      {
        value: [along(x, velocity, t), along(x, velocity, t - 1)],
        advice:
          "t has passed since the noise, and 1 - t is left until the picture. You have them the other way round.",
      },
      {
        value: [picture, along(x, velocity, t)],
        advice: "the noise lies behind: go back by t, against the velocity.",
      },
      {
        value: [picture, along(x, velocity, t - 1)],
        advice: "back to the noise it is t, not 1 - t.",
      },
      {
        value: [along(x, velocity, 1), along(x, velocity, -1)],
        advice: "the whole velocity is added. Only 1 - t of the time is left, and t has passed.",
      },
      {
        value: [...picture!, ...noise!],
        advice: "return two lists: one for the picture, one for the noise.",
      },
    ],
  };
};

interface Strengths {
  readonly now: readonly [signal: number, strength: number];
  readonly next: readonly [signal: number, strength: number];
  readonly eta: number;
}

/** On a straight path, or on a circle as DDPM's is. */
function drawStrengths(draw: Draw): Strengths {
  const t = draw.number(0.1, 0.8);
  const u = Math.round(100 * (t + draw.number(0.05, 0.15))) / 100;
  const onLine = draw.integer(0, 1) === 0;
  const at = (time: number) => [time, onLine ? 1 - time : Math.sqrt(1 - time * time)] as const;
  return {now: at(t), next: at(u), eta: draw.number(0.1, 1)};
}

const spreadOf = ({now: [a, s], next: [b, u], eta}: Strengths) => {
  const ratio = a / b;
  return (eta * Math.sqrt(s * s - ratio * ratio * u * u) * u) / s;
};

const spreadDemand = (given: Strengths) => {
  const {now, next, eta} = given;
  const [[a, s], [b, u]] = [now, next];
  const added = s * s - (a / b) ** 2 * u * u;
  return {
    advice:
      "eta times the root of s² - r² s'², times s' / s, with r the signal now over the next one.",
    mistakes: [
      {
        value: spreadOf({...given, eta: 1}),
        advice: "eta is missing: it says which share is fresh.",
      },
      {value: (eta * added * u) / s, advice: "this is w². Take the root, which is w."},
      {value: eta * Math.sqrt(added), advice: "times s' / s is still missing."},
      {
        value: (eta * Math.sqrt(added) * s) / u,
        advice: "the last factor is turned over: it is the next strength over the present one.",
      },
      {
        value: (eta * Math.sqrt(s * s - u * u) * u) / s,
        advice:
          "r is missing: the signal grows as well, so that a part of the noise is only made smaller.",
      },
      {
        value: (eta * Math.sqrt(Math.abs(s * s - (b / a) ** 2 * u * u)) * u) / s,
        advice: "r is turned over: it is the signal now over the next one.",
      },
      {
        value: (eta * Math.sqrt(s * s - (a / b) * u * u) * u) / s,
        advice: "r comes squared: w² = s² - r² s'².",
      },
    ],
  };
};

interface Step {
  readonly picture: number[];
  readonly noise: number[];
  readonly signal: number;
  readonly strength: number;
  readonly spread: number;
  readonly fresh: number[];
}

function drawStep(draw: Draw): Step {
  const size = draw.size(1, 3, 20);
  const strength = draw.number(0.2, 1);
  return {
    picture: draw.numbers(size, -1, 1),
    noise: draw.numbers(size, -2, 2),
    signal: draw.number(0.1, 1),
    strength,
    spread: Math.round(100 * strength * draw.number(0.2, 0.9)) / 100,
    fresh: draw.numbers(size, -2, 2),
  };
}

const mixed = ({picture, noise, signal, fresh}: Step, kept: number, spread: number) =>
  picture.map((value, i) => signal * value + kept * noise[i]! + spread * fresh[i]!);
const keptOf = ({strength, spread}: Step) => Math.sqrt(strength ** 2 - spread ** 2);

const stepDemand = (step: Step) => {
  const {strength, spread} = step;
  return {
    advice:
      "signal · picture, plus the root of strength² - spread² times the noise, plus spread times the fresh noise.",
    mistakes: [
      {
        value: mixed(step, strength, spread),
        advice:
          "the old noise keeps all of its strength, and the fresh one comes on top: together that is too much.",
      },
      {
        value: mixed(step, strength - spread, spread),
        advice:
          "strengths of independent noises don’t add, their squares do: the root of strength² - spread².",
      },
      {
        value: mixed(step, strength ** 2 - spread ** 2, spread),
        advice: "the root is missing around strength² - spread².",
      },
      {
        value: mixed(step, keptOf(step), 0),
        advice: "the fresh noise is missing: spread times fresh.",
      },
      {value: mixed(step, strength, 0), advice: "this is the step without any fresh noise."},
      {
        value: mixed(step, keptOf(step), spread ** 2),
        advice: "the fresh noise comes with the spread, not with its square.",
      },
      {
        value: mixed({...step, signal: 1}, keptOf(step), spread),
        advice: "the picture comes at the strength of the next time: multiply it by signal.",
      },
      {
        value: mixed({...step, fresh: step.noise}, keptOf(step), spread),
        advice: "the old noise is taken twice. The last term is the fresh noise.",
      },
    ],
  };
};

export const tests = [
  property("guesses", "two lists from one velocity", 2, drawPlace, async (place, {call, check}) => {
    const {x, velocity, t} = place;
    const yours = await call("guesses", x, velocity, t);
    check.close(yours, guessesOf(place), guessesDemand(place));
  }),
  property("spread", "of any path", 3, drawStrengths, async (given, {call, check}) => {
    const {now, next, eta} = given;
    const yours = await call("freshSpread", ...now, ...next, eta);
    check.close(yours, spreadOf(given), spreadDemand(given));
  }),
  property(
    "step",
    "picture, old noise and fresh noise",
    3,
    drawStep,
    async (step, {call, check}) => {
      const {picture, noise, signal, strength, spread, fresh} = step;
      const yours = await call("ddimStep", picture, noise, signal, strength, spread, fresh);
      check.close(yours, mixed(step, keptOf(step), spread), stepDemand(step));
    },
  ),
  test("step", "the last one has no noise", 1, async ({call, check, random}) => {
    const [picture, noise] = [Array.from(random.normals(5)), Array.from(random.normals(5))];
    const fresh = Array.from(random.normals(5));
    check.close(await call("ddimStep", picture, noise, 1, 0, 0, fresh), picture, {
      advice: "with a signal of 1 and no noise the step ends at the picture.",
      overflow: "strength² - spread² is 0 here: its root is 0, and nothing is divided by it.",
    });
  }),
];
