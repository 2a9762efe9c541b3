import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {
  callStep,
  comparedRun,
  distance,
  drawRound,
  follow,
  type Generator,
  made,
  mean,
  playersOf,
  pushed,
  type Round,
  rightStep,
  rounds,
  steps,
  taught,
} from "../../number-gan.js";
import {step as faulty} from "./starter.js";

/** The generator moved by both pushes: the judge's wish for the first fakes, its own for the second. */
function movedByBoth(round: Round, sign: 1 | -1): Generator {
  const {judge, generator, noise} = round;
  const right = rightStep(round).generator;
  const z = noise[0]!;
  const also = pushed(generator, judge, z, made(generator, z), sign);
  return {
    shift: right.shift + also.shift - generator.shift,
    scale: right.scale + also.scale - generator.scale,
  };
}

/** A step in which the judge is not shown the fakes. */
function withoutFakes(round: Round): Round["judge"] {
  const {judge, real} = round;
  return taught(judge, real, []);
}

export const tests = [
  property(
    "step",
    "the judge moves, then the generator",
    3,
    drawRound,
    async (round, {call, check}) => {
      const {judge, generator, noise, real} = round;
      const right = rightStep(round);
      const moved = right.judge;
      const [first, second] = noise as [readonly number[], readonly number[]];
      const [old, fresh] = [made(generator, first), made(generator, second)];
      const with_ = (generator: Generator, judge = moved) => ({judge, generator});
      check.close(await callStep(call, round), right, {
        advice:
          "each network moves in its own turn, down the slope of its own loss and nothing else. Follow each of the five slopes through both turns.",
        mistakes: [
          {
            value: with_(movedByBoth(round, 1)),
            advice:
              "the judge moves as it should. The generator does not: beside its own push it gets another, from a turn in which it should hold still.",
          },
          {
            value: with_(movedByBoth(round, -1)),
            advice:
              "the generator is pushed in the judge’s turn, too. There it should hold still, whatever the sign.",
          },
          {
            value: with_(generator),
            advice:
              "now the generator does not move at all. In its own turn the loss must reach it.",
          },
          {
            value: with_(pushed(generator, moved, first, old, 1)),
            advice:
              "the generator moves by what the judge’s turn tells it, and its own turn does not reach it. It is the other way round.",
          },
          {
            value: with_(pushed(generator, moved, second, fresh, 1)),
            advice: "now the generator moves so that its fakes are called fake.",
          },
          {
            value: with_(pushed(generator, moved, first, old)),
            advice: "the generator’s turn has noise of its own, noise[1].",
          },
          {
            value: with_(pushed(generator, judge, second, fresh)),
            advice: "the generator must ask the judge as it is after its move.",
          },
          {
            value: with_(right.generator, judge),
            advice: "now the judge does not move.",
          },
          {
            value: with_(
              pushed(generator, withoutFakes(round), second, fresh),
              withoutFakes(round),
            ),
            advice:
              "now the judge is not shown the fakes. It must learn from them; it is only the generator that must not.",
          },
          {
            value: with_(
              pushed(generator, taught(judge, old, real), second, fresh),
              taught(judge, old, real),
            ),
            advice: "now the judge learns to call the fakes real.",
          },
        ],
      });
    },
  ),
  test("training", "the fakes come to lie like the real numbers", 2, async (trial) => {
    const {call, check, random, show} = trial;
    const data = rounds(random);
    const right = await follow(data, async (round) => rightStep(round));
    const yours = await follow(data, async (round) =>
      playersOf(await callStep(call, round), check),
    );
    show(comparedRun("Your step, trained", yours, right));
    const [end, goal] = [yours, right].map((run) => mean(run.slice(-20).map(distance)));
    const {shift, scale} = yours.at(-1)!.generator;
    check.that(end! <= 1.5 * goal! + 0.05, {
      expected: `fakes with a mean of about 1 and a spread of about 0.5 after ${steps} steps`,
      yours: `a mean of ${shift.toFixed(2)} and a spread of ${Math.abs(scale).toFixed(2)}`,
      advice:
        "compare the curves with those of a right step. Which of the two parts, and from which step on?",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const data = rounds(new Random(3));
  const run = await follow(data, async ({judge, generator, real, noise}) =>
    faulty(
      {...judge},
      {...generator},
      [...real],
      noise.map((row) => [...row]),
    ),
  );
  const right = await follow(data, async (round) => rightStep(round));
  return comparedRun("The faulty step, trained", run, right);
}
