import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Vector = readonly number[];

interface Pair {
  readonly a: number[];
  readonly b: number[];
}

/** Two vectors, none of them 0. */
function drawPair(draw: Draw): Pair {
  const size = draw.size(2, 4, 20);
  const vector = () => {
    const values = draw.numbers(size, -4, 4, 1);
    return values.some((value) => value !== 0) ? values : values.map(() => 1);
  };
  return {a: vector(), b: vector()};
}

/** Two vectors on one axis, from which not every other vector is far. */
function drawAxis(draw: Draw): Pair {
  const size = draw.size(2, 4, 20);
  const axis = draw.integer(0, size - 1);
  const vector = () => Array.from({length: size}, (_, i) => (i === axis ? draw.integer(1, 4) : 0));
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

/** Two vectors and the arc from the one to the other by its definition, where the angle is almost 0 or almost a half turn. */
interface Turn extends Pair {
  readonly t: number;
  readonly right: number[];
}

function drawTurn(draw: Draw): Turn {
  const [one, other] = [drawPair(draw).a, draw.numbers(2, -4, 4, 1)];
  const off = draw.oneOf([0.03, 0.08, 0.007]);
  const angle = draw.oneOf([off, Math.PI - off]);
  const axis = one.map((_, i) => other[i] ?? 0);
  const across = mix(axis, 1, one, -dot(axis, one) / dot(one, one));
  const isAcross = length(across) > 0.1;
  const c = isAcross ? scaled(across, length(one) / length(across)) : perpendicular(one);
  const turned = (by: number) => mix(one, Math.cos(by), c, Math.sin(by));
  const t = draw.number(0, 1, 2);
  return {a: one, b: turned(angle), t, right: turned(t * angle)};
}

/** In the plane of its two first numbers, or of the second and the third. */
function perpendicular(a: Vector): number[] {
  const from = a[0] !== 0 || a[1] !== 0 ? 0 : a.findIndex((value) => value !== 0) - 1;
  const [x, y] = [a[from]!, a[from + 1]!];
  const turned = a.map((_, i) => (i === from ? -y : i === from + 1 ? x : 0));
  return scaled(turned, length(a) / length(turned));
}

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

const beyondOne =
  "NaN: Math.acos was given a number beyond -1 … 1. Divide by both lengths, and limit what rounding may leave above 1.";

const angleDemand = (pair: Pair) => {
  const {a, b} = pair;
  const right = angleOf(pair);
  return {
    advice: "Math.acos of a · b / (|a| |b|).",
    overflow: beyondOne,
    mistakes: [
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
      {
        value: Math.PI - right,
        advice:
          "the sign is lost or turned: where a · b is negative, the angle is more than pi / 2.",
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
      if (!isPlain(pair)) return;
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
    (draw) => ({a: drawPair(draw).a, factor: draw.oneOf([1, 3, 0.1, -1, -3, -0.1, -0.7])}),
    async ({a, factor}, {call, check}) => {
      const pair = {a, b: scaled(a, factor)};
      check.close(await call("angleBetween", pair.a, pair.b), factor > 0 ? 0 : Math.PI, {
        advice:
          "vectors of the same direction have the angle 0, of the opposite one pi: Math.acos of 1 and of -1.",
        overflow: beyondOne,
        tolerance: {absolute: 1e-5},
      });
    },
  ),
  property(
    "slerp",
    "lies on the arc",
    1,
    (draw) => ({pair: drawPair(draw), t: draw.number(0, 1, 2)}),
    async ({pair, t}, {call, check}) => {
      if (!isPlain(pair)) return;
      const yours = await call("slerp", pair.a, pair.b, t);
      check.close(yours, arc(pair, t, angleOf(pair)), slerpDemand(pair, t));
    },
  ),
  property(
    "slerp",
    "lies on the arc, be it short or almost a half circle",
    1,
    drawTurn,
    async ({a, b, t, right}, {call, check}) => {
      check.close(await call("slerp", a, b, t), right, {
        ...slerpDemand({a, b}, t),
        tolerance: {absolute: 1e-7, relative: 1e-7},
        advice:
          "this is a short arc or almost a half circle, and still no special case: the formula holds as long as sin w is not all but 0, down to angles of about 0.000001.",
      });
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
        advice:
          "between vectors of the same direction the arc is the straight line: (1 - t) a + t b.",
        overflow: divided,
      });
    },
  ),
  property(
    "walk",
    "has both ends, and equal steps",
    1,
    (draw) => ({pair: drawPair(draw), count: draw.size(2, 6, 16)}),
    async ({pair, count}, {call, check}) => {
      if (!isPlain(pair)) return;
      const yours = await call("walk", pair.a, pair.b, count);
      const right = Array.from({length: count}, (_, i) =>
        arc(pair, i / (count - 1), angleOf(pair)),
      );
      check.close(yours, right, walkDemand(pair, count));
    },
  ),
  test("walk", "has as many vectors as asked for", 1, async ({call, check, random}) => {
    const pair = {a: [3, 0], b: [1 + random.integer(5), 3]};
    for (let count = 2; count <= 25; count++) {
      const yours = await call("walk", pair.a, pair.b, count);
      const right = Array.from({length: count}, (_, i) =>
        arc(pair, i / (count - 1), angleOf(pair)),
      );
      check.close(yours, right, {
        ...walkDemand(pair, count),
        advice:
          "vector i has t = i / (count - 1), and i is a whole number. Steps that are added up, t += 1 / (count - 1), do not end at 1: rounding leaves them a little before or behind it.",
      });
    }
  }),
  property(
    "opposite",
    "takes a half circle, whichever",
    2,
    (draw) => ({a: draw.oneOf([drawPair, drawAxis])(draw).a, t: draw.number(0, 1, 2)}),
    async ({a, t}, {call, check}) => {
      const yours = await call("slerp", a, scaled(a, -1), t);
      const there = check.numbers(
        yours,
        a.length,
        "sin w is 0 here. Choose a vector that is perpendicular to a, and go past it.",
      );
      check.close(length(there), length(a), {
        advice:
          "the path leaves the sphere. For opposite vectors, choose one that is perpendicular to a and as long, and go past it: cos(t pi) a + sin(t pi) c.",
      });
      check.close(angleOf({a, b: [...there]}), t * Math.PI, {
        advice: "at t it has turned by t times half a circle, and at t = 1 it is at b.",
        tolerance: {absolute: 1e-5},
      });
    },
  ),
];
