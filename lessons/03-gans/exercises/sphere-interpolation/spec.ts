import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Vector = readonly number[];

interface Pair {
  readonly a: number[];
  readonly b: number[];
}

/** Two vectors, none of them 0. */
function drawPair(draw: Draw): Pair {
  const size = draw.integer(2, 4);
  const vector = () => {
    const values = draw.numbers(size, -4, 4, 1);
    return values.some((value) => value !== 0) ? values : values.map(() => 1);
  };
  return {a: vector(), b: vector()};
}

const dot = (a: Vector, b: Vector) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const length = (a: Vector) => Math.sqrt(dot(a, a));
const mix = (a: Vector, p: number, b: Vector, q: number) => a.map((v, i) => p * v + q * b[i]!);
const scaled = (a: Vector, factor: number) => a.map((value) => factor * value);

function cosineOf({a, b}: Pair): number {
  return Math.max(-1, Math.min(1, dot(a, b) / (length(a) * length(b))));
}

const angleOf = (pair: Pair) => Math.acos(cosineOf(pair));

/** Far enough from 0 and a half turn that the formula holds without care. */
function isPlain(pair: Pair): boolean {
  return Math.sin(angleOf(pair)) > 0.1;
}

/** The arc by the formula; mistakes are made with another angle or sine. */
function arc({a, b}: Pair, t: number, angle: number, sine = Math.sin(angle)): number[] {
  return mix(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine);
}

const unitPair = ({a, b}: Pair): Pair => ({
  a: scaled(a, 1 / length(a)),
  b: scaled(b, 1 / length(b)),
});

const angleDemand = (pair: Pair) => {
  const {a, b} = pair;
  const right = angleOf(pair);
  const known = [
    {value: (right * 180) / Math.PI, advice: "this is in degrees. Math.sin wants radians."},
    {value: cosineOf(pair), advice: "this is the cosine. Math.acos makes the angle of it."},
    {
      value: Math.acos(dot(a, b)),
      advice: "the lengths are missing: divide a · b by |a| and by |b|.",
    },
    {
      value: Math.acos(dot(a, b) / (dot(a, a) * dot(b, b))),
      advice: "you divide by the squared lengths. |a| is the root of a · a.",
    },
  ];
  return {
    advice: "Math.acos of a · b / (|a| |b|).",
    mistakes: [
      ...known.filter(({value}) => !Number.isNaN(value)),
      {
        value: Number.NaN,
        advice:
          "NaN: Math.acos was given a number beyond -1 … 1. Divide by both lengths, and limit what rounding may leave above 1.",
      },
    ],
  };
};

const slerpDemand = (pair: Pair, t: number) => {
  const {a, b} = pair;
  const angle = angleOf(pair);
  const straight = mix(a, 1 - t, b, t);
  const wanted = (1 - t) * length(a) + t * length(b);
  return {
    advice: "a times sin((1 - t) w) / sin w, plus b times sin(t w) / sin w.",
    mistakes: [
      {
        value: straight,
        advice:
          "this is the straight line. It leaves the sphere: halfway it is too near to 0. Weigh with sines of the angle.",
      },
      {
        value: scaled(straight, wanted / length(straight)),
        advice:
          "this is the straight line, made long enough. It stays on the sphere but not at an even pace. Weigh with sines of the angle.",
      },
      {
        value: arc(pair, 1 - t, angle),
        advice: "the ends are swapped: at t = 0 it must be a, at t = 1 it must be b.",
      },
      {
        value: arc(pair, t, angle, 1),
        advice: "the division by sin w is missing. Without it the ends are not a and b.",
      },
      {
        value: arc(pair, t, (angle * 180) / Math.PI),
        advice: "the angle is in degrees. Math.sin wants radians.",
      },
      {
        value: arc(unitPair(pair), t, angle),
        advice:
          "the lengths are lost. Only the angle is made of unit vectors; weigh a and b themselves.",
      },
      {
        value: mix(a, Math.cos(t * angle), b, Math.sin(t * angle)),
        advice: "cos and sin of t w are right only for a right angle. Use the formula's two sines.",
      },
    ],
  };
};

const divided =
  "sin w is 0 here, and 0 / 0 is NaN. Where the angle is tiny, the arc is the straight line: (1 - t) a + t b.";

const walkDemand = (pair: Pair, count: number) => {
  const steps = (t: (i: number) => number, values = count) =>
    Array.from({length: values}, (_, i) => arc(pair, t(i), angleOf(pair)));
  return {
    advice: "vector i is slerp(a, b, i / (count - 1)), for i from 0 to count - 1.",
    mistakes: [
      {
        value: steps((i) => i / count),
        advice: "it ends before b: between count vectors there are count - 1 steps.",
      },
      {
        value: steps((i) => (i + 1) / count),
        advice: "a itself is missing. The first vector has t = 0.",
      },
      {
        value: steps((i) => i / count, count + 1),
        advice: "this is one vector too many: count includes both ends.",
      },
      {
        value: steps((i) => (i + 1) / (count + 1)),
        advice: "both ends are missing. The first vector is a, the last is b.",
      },
      {
        value: steps((i) => 1 - i / (count - 1)),
        advice: "the walk goes from b to a. Turn it round.",
      },
    ],
  };
};

export const tests = [
  property(
    "angle",
    "from the lengths and the product",
    2,
    drawPair,
    async (pair, {call, check}) => {
      check.close(await call("angleBetween", pair.a, pair.b), angleOf(pair), {
        ...angleDemand(pair),
        tolerance: {absolute: 1e-5},
      });
    },
  ),
  property(
    "angle",
    "is 0 for the same direction and pi for the opposite, whatever rounding does",
    1,
    (draw) => ({a: drawPair(draw).a, factor: draw.oneOf([1, 3, 0.1, -1, -3])}),
    async ({a, factor}, {call, check}) => {
      const pair = {a, b: scaled(a, factor)};
      check.close(await call("angleBetween", pair.a, pair.b), factor > 0 ? 0 : Math.PI, {
        ...angleDemand(pair),
        tolerance: {absolute: 1e-5},
      });
    },
  ),
  property(
    "slerp",
    "lies on the arc",
    2,
    (draw) => ({pair: drawPair(draw), t: draw.number(0, 1, 2)}),
    async ({pair, t}, {call, check}) => {
      if (!isPlain(pair)) return;
      const yours = await call("slerp", pair.a, pair.b, t);
      check.close(yours, arc(pair, t, angleOf(pair)), slerpDemand(pair, t));
    },
  ),
  test(
    "slerp",
    "keeps the length of normal vectors, at an even pace",
    1,
    async ({call, check, random}) => {
      const [a, b] = [0, 1].map(() => {
        const drawn = Array.from(random.normals(16));
        return scaled(drawn, 4 / length(drawn));
      }) as [number[], number[]];
      const angle = angleOf({a, b});
      for (const t of [0, 0.2, 0.5, 1]) {
        const yours = check.numbers(await call("slerp", a, b, t), 16);
        check.close(length(yours), 4, {
          advice: "both ends have the length 4, and so has every place on the arc between them.",
        });
        check.close(angleOf({a, b: [...yours]}), t * angle, {
          advice: "at t it has turned by t times the whole angle. Weigh with sines of the angle.",
          tolerance: {absolute: 1e-5},
        });
      }
    },
  ),
  property(
    "slerp",
    "between equal vectors, or of the same direction, goes straight",
    1,
    (draw) => ({a: drawPair(draw).a, factor: draw.oneOf([1, 2]), t: draw.number(0, 1, 2)}),
    async ({a, factor, t}, {call, check}) => {
      const pair = {a, b: scaled(a, factor)};
      check.close(await call("slerp", pair.a, pair.b, t), scaled(a, 1 - t + t * factor), {
        advice: divided,
      });
    },
  ),
  property(
    "walk",
    "has both ends, and equal steps",
    2,
    (draw) => ({pair: drawPair(draw), count: draw.integer(2, 6)}),
    async ({pair, count}, {call, check}) => {
      if (!isPlain(pair)) return;
      const yours = await call("walk", pair.a, pair.b, count);
      const right = Array.from({length: count}, (_, i) =>
        arc(pair, i / (count - 1), angleOf(pair)),
      );
      check.close(yours, right, walkDemand(pair, count));
    },
  ),
  property(
    "opposite",
    "takes a half circle, whichever",
    2,
    (draw) => ({a: drawPair(draw).a, t: draw.number(0, 1, 2)}),
    async ({a, t}, {call, check}) => {
      const yours = await call("slerp", a, scaled(a, -1), t);
      const there = check.numbers(
        yours,
        a.length,
        "sin w is 0 here. Choose a vector that is perpendicular to a, and go past it.",
      );
      check.close(length(there), length(a), {
        advice:
          "the way leaves the sphere. For opposite vectors, choose one that is perpendicular to a and as long, and go past it: cos(t pi) a + sin(t pi) c.",
      });
      check.close(angleOf({a, b: [...there]}), t * Math.PI, {
        advice: "at t it has turned by t times half a circle, and at t = 1 it is at b.",
        tolerance: {absolute: 1e-5},
      });
    },
  ),
];
