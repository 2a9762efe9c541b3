import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Look {
  readonly least: number;
  readonly waited: number;
  readonly loss: number;
  readonly patience: number;
}

interface Seen {
  readonly least: number;
  readonly waited: number;
  readonly keep: boolean;
  readonly stop: boolean;
}

const [lowest, highest] = [0.4, 2.5];

/** Lower, as low, a little and much higher; short of the patience, at it and beyond. */
function drawLook(draw: Draw): Look {
  const least = draw.number(lowest, highest);
  const patience = draw.integer(1, 6);
  return {
    least,
    patience,
    waited: draw.integer(Math.max(0, patience - 3), patience + 1),
    loss: draw.oneOf([
      draw.number(0.1, 0.39),
      least,
      least + 0.005,
      draw.number(2.51, 4),
      least - 0.005,
    ]),
  };
}

function rightLook({least, waited, loss, patience}: Look): Seen {
  if (loss < least) return {least: loss, waited: 0, keep: true, stop: false};
  return {least, waited: waited + 1, keep: false, stop: waited + 1 >= patience};
}

/** Falls, stumbles for two looks, falls to its least and creeps up, a little to and fro. */
const course = [
  2.2, 1.6, 1.21, 1.02, 1.05, 1.04, 0.93, 0.86, 0.81, 0.78, 0.79, 0.78, 0.8, 0.79, 0.82, 0.81, 0.84,
  0.83, 0.86, 0.85,
];
const runPatience = 4;

/** The least loss that is kept, look by look, until one stops. */
async function watched(look: (given: Look) => Promise<Seen> | Seen) {
  let [least, waited] = [course[0]!, 0];
  const kept = [least];
  for (const loss of course.slice(1)) {
    const seen = await look({least, waited, loss, patience: runPatience});
    [least, waited] = [seen.least, seen.waited];
    kept.push(least);
    if (seen.stop) break;
  }
  return kept;
}

export const tests = [
  property(
    "keep",
    "the least so far, and whether to keep",
    2,
    drawLook,
    async (given, {call, check}) => {
      const {least, waited, loss, patience} = given;
      const yours = await call("look", {least, waited}, loss, patience);
      const right = rightLook(given);
      check.close(check.field(yours, "least"), right.least, {
        advice: "the smaller of this loss and the least so far.",
        mistakes: [
          {value: loss, advice: "this is the loss of this look, whether it is lower or not."},
          {value: least, advice: "this is the least from before. A lower loss takes its place."},
          {value: Math.max(loss, least), advice: "this keeps the highest loss, not the lowest."},
        ],
      });
      check.same(check.field(yours, "keep"), right.keep, {
        advice:
          "true where this loss is lower than all before it. As low as before is no new least.",
      });
    },
  ),
  property("stop", "how long one has waited", 2, drawLook, async (given, {call, check}) => {
    const {least, waited, loss, patience} = given;
    const yours = await call("look", {least, waited}, loss, patience);
    const right = rightLook(given);
    check.close(check.field(yours, "waited"), right.waited, {
      advice:
        "with a new least loss the waiting begins anew at 0; without one, this look is one more.",
      mistakes: [
        {
          value: right.keep ? 0 : waited,
          advice: "this look counts, too, where it brings no new least loss.",
        },
        {
          value: waited + 1,
          advice: "with a new least loss the waiting begins anew at 0.",
        },
      ],
    });
  }),
  property("stop", "whether to stop", 1, drawLook, async (given, {call, check}) => {
    const {least, waited, loss, patience} = given;
    const yours = await call("look", {least, waited}, loss, patience);
    const right = rightLook(given);
    check.same(check.field(yours, "stop"), right.stop, {
      advice: "true as soon as so many looks have been waited for as the patience says.",
      mistakes: [
        {value: right.waited < patience, advice: "this stops just when it should go on."},
        {value: right.waited > patience, advice: "this stops one look too late: count this one."},
        {value: right.waited >= patience - 1, advice: "this stops one look too early."},
        {
          value: right.waited === patience,
          advice: "where more than the patience has gone by already, stop as well.",
        },
      ],
    });
  }),
  test("run", "watches over a run", 1, async ({call, check, show}) => {
    const yours = await watched(async ({least, waited, loss, patience}) => {
      const seen = await call("look", {least, waited}, loss, patience);
      return {
        least: check.number(check.field(seen, "least")),
        waited: check.number(check.field(seen, "waited")),
        keep: check.field(seen, "keep") === true,
        stop: check.field(seen, "stop") === true,
      };
    });
    const right = await watched(rightLook);
    show({
      label: "A run that is watched over",
      other: "a right watch",
      curves: [
        {
          label: "least validation loss",
          role: "judge",
          yours: Float32Array.from(yours),
          right: Float32Array.from(right),
        },
      ],
    });
    const words = (kept: readonly number[]) => `${kept.length} looks, and ${kept.at(-1)} is kept`;
    check.that(yours.length === right.length && yours.at(-1) === right.at(-1), {
      expected: words(right),
      yours: words(yours),
      advice:
        yours.length < right.length
          ? "this stops too early: the loss stumbles once and finds a lower place after that."
          : "mend the single looks first; the run follows.",
    });
  }),
];
