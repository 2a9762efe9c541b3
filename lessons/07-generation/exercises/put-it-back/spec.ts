import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const added = (a: Row, x: number, b: Row, y: number) => a.map((value, i) => x * value + y * b[i]!);

interface Erased {
  readonly x: number[];
  readonly known: number[];
  readonly picture: number[];
  readonly noise: number[];
  readonly velocity: number[];
  readonly t: number;
  readonly next: number;
}

/** At least one pixel is known, and one is missing. */
function drawErased(draw: Draw): Erased {
  const size = draw.size(2, 4, 20);
  const [t, next] = drawTimes(draw);
  return {
    x: draw.numbers(size, -3, 3),
    known: Array.from({length: size}, (_, i) => (i < 2 ? i : draw.oneOf([0, 1]))),
    picture: draw.numbers(size, -1, 1),
    noise: draw.numbers(size, -3, 3),
    velocity: draw.numbers(size, -3, 3),
    ...{t, next},
  };
}

function drawTimes(draw: Draw): readonly [t: number, next: number] {
  const t = draw.number(0.05, 0.9);
  return [t, Math.round(100 * (t + draw.number(0.05, 1 - t))) / 100];
}

const where = (known: Row, kept: Row, made: Row) =>
  made.map((value, i) => (known[i] === 1 ? kept[i]! : value));

const restored = ({x, known, picture, noise}: Erased, t: number, made: Row = x) =>
  where(known, added(picture, t, noise, 1 - t), made);

const backDemand = (erased: Erased) => {
  const {x, known, picture, noise, t} = erased;
  const seen = added(picture, t, noise, 1 - t);
  return {
    advice: "where known is 1: t times the picture plus 1 - t times the noise. Elsewhere x.",
    mistakes: [
      {
        value: where(known, picture, x),
        advice:
          "the known pixels are put back without noise. At the time t the network expects them in as much noise as belongs to t.",
      },
      {
        value: where(known, x, seen),
        advice: "the missing pixels were put back, and the known ones left.",
      },
      {
        value: where(known, added(picture, 1 - t, noise, t), x),
        advice: "t and 1 - t are swapped: at t = 1 there is no noise left.",
      },
      {value: seen, advice: "all pixels were put back. The missing ones stay as they are in x."},
      {
        value: where(known, added(x, t, noise, 1 - t), x),
        advice: "the known pixels of x itself were noised. Put back those of the picture.",
      },
      {value: x, advice: "nothing was put back."},
    ],
  };
};

const stepDemand = (erased: Erased) => {
  const {x, velocity, t, next} = erased;
  const moved = added(x, 1, velocity, next - t);
  return {
    advice:
      "move all pixels for the time next - t, then put the known ones back as they are at next.",
    mistakes: [
      {
        value: restored(erased, t, moved),
        advice: "the known part is put back in the noise of t. After the step it is next.",
      },
      {value: moved, advice: "the known part was not put back."},
      {
        value: added(restored(erased, t), 1, velocity, next - t),
        advice:
          "the known part was put back before the step, and then moved. Put it back after it.",
      },
      {
        value: restored(erased, next, added(x, 1, velocity, next)),
        advice: "the step went on for the time next. It lasts next - t.",
      },
      {
        value: restored(erased, next),
        advice: "nothing moved: the missing pixels follow the velocity.",
      },
    ],
  };
};

interface Turned {
  readonly x: number[];
  readonly fresh: number[];
  readonly t: number;
  readonly next: number;
}

function drawTurned(draw: Draw): Turned {
  const size = draw.size(1, 3, 20);
  const [t, next] = drawTimes(draw);
  return {x: draw.numbers(size, -3, 3), fresh: draw.numbers(size, -3, 3), t, next};
}

const turnDemand = ({x, fresh, t, next}: Turned) => {
  const left = t / next;
  const old = left * (1 - next);
  const strength = Math.sqrt((1 - t) ** 2 - old ** 2);
  return {
    advice: "shrink x by t / next, then add fresh noise up to the strength 1 - t.",
    mistakes: [
      {
        value: added(x, left, fresh, 1 - t),
        advice:
          "this is too much noise: the old noise is still in it. Only what is missing is added.",
      },
      {
        value: added(x, 1, fresh, strength),
        advice: "the picture is still as strong as at next. Shrink x first.",
      },
      {
        value: added(x, left, fresh, 1 - t - old),
        advice: "squares of strengths add up, not the strengths themselves.",
      },
      {
        value: added(x, left, fresh, strength ** 2),
        advice: "this is the square of the strength. At last take the root.",
      },
      {
        value: added(
          x,
          next / t,
          fresh,
          Math.sqrt(Math.abs((1 - t) ** 2 - ((next / t) * (1 - next)) ** 2)),
        ),
        advice:
          "this makes it stronger. At the earlier time there is less of the picture: t / next.",
      },
      {value: x, advice: "x did not change."},
    ],
  };
};

const rightTurn = ({x, fresh, t, next}: Turned) =>
  added(x, t / next, fresh, Math.sqrt((1 - t) ** 2 - ((t / next) * (1 - next)) ** 2));

export const tests = [
  property(
    "back",
    "known pixels in the noise of their time",
    3,
    drawErased,
    async (erased, {call, check}) => {
      const {x, known, picture, noise, t} = erased;
      const yours = await call("putBack", x, known, picture, noise, t);
      check.close(yours, restored(erased, t), backDemand(erased));
    },
  ),
  test("back", "at the end the picture itself", 1, async ({call, check, random}) => {
    const [x, picture, noise] = [0, 1, 2].map(() => Array.from(random.normals(6)));
    const known = [1, 0, 1, 0, 0, 1];
    const demand = {advice: "at t = 1 there is no noise left, at t = 0 nothing but noise."};
    const after = async (t: number) => call("putBack", x!, known, picture!, noise!, t);
    check.close(await after(1), where(known, picture!, x!), demand);
    check.close(await after(0), where(known, noise!, x!), demand);
  }),
  property(
    "step",
    "all move, then the known go back",
    3,
    drawErased,
    async (erased, {call, check}) => {
      const {x, known, picture, noise, velocity, t, next} = erased;
      const yours = await call("fillStep", x, known, picture, noise, velocity, t, next);
      const moved = added(x, 1, velocity, next - t);
      check.close(yours, restored(erased, next, moved), stepDemand(erased));
    },
  ),
  property("turn", "as it might have been at t", 2, drawTurned, async (turned, {call, check}) => {
    const {x, fresh, t, next} = turned;
    check.close(await call("turnBack", x, fresh, t, next), rightTurn(turned), turnDemand(turned));
  }),
  test("turn", "noise of the right strength", 1, async ({call, check, random}) => {
    const [count, t, next] = [2000, 0.4, 0.7];
    const old = Array.from(random.normals(count), (value) => (1 - next) * value);
    const yours = check.numbers(
      await call("turnBack", old, Array.from(random.normals(count)), t, next),
      count,
    );
    const strength = Math.sqrt(yours.reduce((sum, value) => sum + value * value, 0) / count);
    check.that(Math.abs(strength - (1 - t)) < 0.04, {
      expected: `noise of the strength ${(1 - t).toFixed(1)} where there is no picture`,
      yours: strength.toFixed(2),
      advice: "old and fresh noise together must have the strength 1 - t: their squares add up.",
    });
  }),
];
