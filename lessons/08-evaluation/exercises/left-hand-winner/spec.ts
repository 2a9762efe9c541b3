import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {step as faulty} from "./starter.js";

type Choice = "left" | "right" | "tie";

interface Answer {
  readonly left: number;
  readonly right: number;
  readonly choice: Choice;
}

interface Round {
  readonly strengths: readonly number[];
  readonly answers: readonly Answer[];
}

const choices = ["left", "right", "tie"] as const;
const steps = 60;

interface How {
  /** What a tie is worth to the one on the left, and to the one on the right. */
  readonly ties?: readonly [left: number, right: number];
  /** Ties are passed over. */
  readonly skips?: boolean;
  readonly by?: number;
  /** The slopes are divided by this many. */
  readonly over?: (answers: readonly Answer[]) => number;
}

/** A step, with or without a mistake. */
function stepped({strengths, answers}: Round, how: How = {}): number[] {
  const {ties = [0.5, 0.5], skips = false, by = 2, over = (all) => all.length} = how;
  const won = {left: [1, 0], right: [0, 1], tie: ties} as const;
  const next = [...strengths];
  for (const {left, right, choice} of answers) {
    if (skips && choice === "tie") continue;
    const [ofLeft, ofRight] = won[choice];
    const chance = 1 / (1 + Math.exp(strengths[right]! - strengths[left]!));
    next[left]! += (by * (ofLeft - chance)) / over(answers);
    next[right]! += (by * (ofRight - (1 - chance))) / over(answers);
  }
  return next;
}

function drawRound(draw: Draw): Round {
  const makers = draw.size(2, 3, 6);
  const count = draw.size(1, 8, 20);
  const strengths = draw.numbers(makers, -2, 2, 1);
  const answers = Array.from({length: count}, () => {
    const left = draw.integer(0, makers - 1);
    const right = (left + draw.integer(1, makers - 1)) % makers;
    return {left, right, choice: choices[draw.integer(0, 2)]!};
  });
  return {strengths, answers};
}

/** Judges who can hardly tell three makers apart, of which the first always stands on the left of the others, and the second of the third. */
function judged(random: Random): Answer[] {
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  const answers = Array.from({length: 120}, (_, i): Answer => {
    const [left, right] = pairs[i % 3]!;
    const choice = i % 5 < 3 ? "tie" : i % 2 === 0 ? "left" : "right";
    return {left, right, choice};
  });
  return random.shuffle(answers);
}

type Step = (round: Round) => Promise<readonly number[]>;

async function follow(answers: readonly Answer[], step: Step): Promise<number[][]> {
  const run: number[][] = [];
  let strengths: readonly number[] = [0, 0, 0];
  for (let i = 0; i < steps; i++) {
    strengths = await step({strengths, answers});
    run.push([...strengths]);
  }
  return run;
}

function comparedRun(label: string, yours: number[][], right: number[][]): TestRun {
  const names = ["always left", "in between", "always right"];
  const roles = ["real", "generated", "judge"] as const;
  return {
    label,
    curves: names.map((name, i) => ({
      label: `strength, ${name}`,
      role: roles[i]!,
      yours: Float32Array.from(yours, (strengths) => strengths[i]!),
      right: Float32Array.from(right, (strengths) => strengths[i]!),
    })),
  };
}

export const tests = [
  property("step", "the strengths after a step", 3, drawRound, async (round, {call, check}) => {
    const {strengths, answers} = round;
    check.close(await call("step", strengths, answers), stepped(round), {
      advice:
        "won less expected, for each of the two; a tie is half a win for each. Try a single answer of each kind.",
      mistakes: [
        {
          value: stepped(round, {ties: [1, 0]}),
          advice:
            "with “left” and “right” the step is right. Look at the third answer: for whom does it count here?",
        },
        {
          value: stepped(round, {ties: [0, 1]}),
          advice: "now a tie is a win of the one on the right. It is half a win for each.",
        },
        {
          value: stepped(round, {skips: true}),
          advice:
            "now ties are passed over. They say something: the two are hard to tell apart, which pulls their strengths together. A tie is half a win for each.",
        },
        {
          value: stepped(round, {
            skips: true,
            over: (all) => Math.max(1, all.filter(({choice}) => choice !== "tie").length),
          }),
          advice:
            "now ties are taken out of the answers. They say that the two are hard to tell apart. A tie is half a win for each.",
        },
        {
          value: stepped(round, {ties: [1, 1]}),
          advice: "now a tie is a whole win for both, so that there are more wins than rounds.",
        },
        {
          value: stepped(round, {ties: [0, 0]}),
          advice: "now a tie is a loss for both, so that there are fewer wins than rounds.",
        },
        {
          value: stepped(round, {by: -2}),
          advice: "now the step goes down the likelihood: who won more than expected must rise.",
        },
      ],
    });
  }),
  test("training", "nobody runs away", 2, async ({call, check, random, show}) => {
    const answers = judged(random);
    const right = await follow(answers, async (round) => stepped(round));
    const yours = await follow(answers, async ({strengths}) =>
      check.numbers(await call("step", strengths, answers), 3),
    );
    show(comparedRun("Your step, followed", yours, right));
    const [ends, goals] = [yours.at(-1)!, right.at(-1)!];
    const said = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join(", ");
    check.that(
      ends.every((end, i) => Math.abs(end - goals[i]!) < 0.02),
      {
        expected: `after ${steps} steps strengths of about ${said(goals)}`,
        yours: said(ends),
        advice:
          "the answers are fair to all three, and most are ties. What makes the left one rise?",
      },
    );
  }),
];

export async function exhibit(): Promise<TestRun> {
  const answers = judged(new Random(3));
  const run = await follow(answers, async ({strengths}) =>
    faulty(
      [...strengths],
      answers.map((answer) => ({...answer})),
    ),
  );
  const right = await follow(answers, async (round) => stepped(round));
  return comparedRun("The faulty step, followed", run, right);
}
