import {property, test} from "../../../../lib/grading/spec.js";
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
  rightJudge,
  rightStep,
  rounds,
  steps,
  taught,
} from "../../number-gan.js";

export const tests = [
  property(
    "judge",
    "the judge learns from real numbers and fakes",
    2,
    drawRound,
    async (round, {call, check}) => {
      const {judge, generator, real, noise} = round;
      const fakes = made(generator, noise[0]!);
      const yours = check.field(await callStep(call, round), "judge");
      check.close(yours, rightJudge(round), {
        advice: "noise[0], fakes made of it, blame for what it got wrong, one move.",
        mistakes: [
          {value: judge, advice: "the judge has not moved in this step."},
          {
            value: taught(judge, fakes, real),
            advice:
              "real and fake are swapped: the judge has learned to call the fakes real. One of the two lines with blame does not belong.",
          },
          {
            value: taught(judge, real, made(generator, noise[1]!)),
            advice: "the judge was shown fakes made of noise[1]. Its turn has noise[0].",
          },
          {
            value: taught(judge, real, made(rightFirst(round), noise[0]!)),
            advice:
              "the generator moved first, so the judge met other fakes. The judge moves first.",
          },
        ],
      });
    },
  ),
  property(
    "generator",
    "the generator learns from the judge as it is by then",
    2,
    drawRound,
    async (round, {call, check}) => {
      const {judge: before, generator, real, noise} = round;
      const judge = rightJudge(round);
      const [first, second] = noise as [readonly number[], readonly number[]];
      const [old, fresh] = [made(generator, first), made(generator, second)];
      const yours = check.field(await callStep(call, round), "generator");
      check.close(yours, rightStep(round).generator, {
        advice:
          "noise[1], fakes made of it, the push that the moved judge gives them, one move with that push and that noise.",
        mistakes: [
          {value: generator, advice: "the generator has not moved in this step."},
          {
            value: pushed(generator, judge, second, fresh, 1),
            advice:
              "the generator moved so that its fakes are called fake. One of the two lines with push does not belong.",
          },
          {
            value: pushed(generator, before, second, fresh),
            advice:
              "the generator asked the judge as it was before its move. Ask for the push after the judge has moved.",
          },
          {
            value: pushed(generator, before, first, old),
            advice:
              "the generator asked the judge before it had moved, and about the fakes of the judge’s turn. It has a turn of its own, with noise[1].",
          },
          {
            value: pushed(generator, judge, first, old),
            advice:
              "the generator’s turn took the noise of the judge’s turn. Draw again: noise[1], and fakes made of it.",
          },
          {
            value: pushed(generator, judge, second, old),
            advice:
              "the push is for fakes made of noise[0], but the move puts it down to noise[1]. Make fakes of the new noise before you ask for the push.",
          },
          {
            value: pushed(generator, judge, first, fresh),
            advice:
              "the push is for fakes made of noise[1], but the move puts it down to noise[0]. Leave the noise as it is until the generator has moved.",
          },
          {
            value: pushed(generator, taught(before, old, real), second, fresh),
            advice:
              "the generator has learned from a judge that calls the fakes real. Mend the judge’s turn first.",
          },
        ],
      });
    },
  ),
  test("training", "the fakes come to the real numbers", 1, async ({call, check, random, show}) => {
    const data = rounds(random);
    const right = await follow(data, async (round) => rightStep(round));
    const yours = await follow(data, async (round) =>
      playersOf(await callStep(call, round), check),
    );
    show(comparedRun("Your step, trained", yours, right));
    const [end, goal] = [yours, right].map((run) => mean(run.slice(-20).map(distance)));
    check.that(end! <= 1.5 * goal! + 0.05, {
      expected: `after ${steps} steps a distance of about ${goal!.toFixed(2)}, as with the right step`,
      yours: `a distance of ${end!.toFixed(2)}`,
      advice:
        "look at the first test that fails: each step goes astray a little, and here is the sum.",
    });
  }),
];

/** The generator when it moves before the judge. */
function rightFirst({judge, generator, noise}: Round): Generator {
  const z = noise[1]!;
  return pushed(generator, judge, z, made(generator, z));
}
