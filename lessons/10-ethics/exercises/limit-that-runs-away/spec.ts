import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {step as faulty} from "./starter.js";

interface Picture {
  readonly p: number;
  readonly forbidden: boolean;
}

interface Day {
  readonly limit: number;
  readonly pictures: readonly Picture[];
}

const days = 40;
const pictureCount = 100;
const forbiddenCount = 4;
const goal = 0.05;

const share = (part: number, of: number) => part / Math.max(1, of);

/** Counts of a day. `isHeld` says what is held back. */
function countsOf({limit, pictures}: Day, isHeld = (p: number) => p >= limit) {
  const count = (of: (picture: Picture) => boolean) => pictures.filter(of).length;
  return {
    all: pictures.length,
    held: count(({p}) => isHeld(p)),
    allowed: count(({forbidden}) => !forbidden),
    wrongly: count(({p, forbidden}) => !forbidden && isHeld(p)),
    missed: count(({p, forbidden}) => forbidden && !isHeld(p)),
  };
}

function between(limit: number): number {
  return Math.min(1, Math.max(0, limit));
}

function moved(limit: number, falseAlarms: number, by = 0.5): number {
  return between(limit + by * (falseAlarms - goal));
}

function rightStep(day: Day): number {
  const {wrongly, allowed} = countsOf(day);
  return moved(day.limit, share(wrongly, allowed));
}

/** Probabilities in tenths, so that some lie exactly at the limit; now and then a limit of 0 on a day without allowed pictures. */
function drawDay(draw: Draw): Day {
  const count = draw.size(1, 10, 20);
  const isLowest = draw.integer(0, 5) === 5;
  const pictures = Array.from({length: count}, () => ({
    p: draw.integer(0, 10) / 10,
    forbidden: isLowest || draw.integer(0, 3) === 0,
  }));
  return {limit: isLowest ? 0 : draw.integer(0, 10) / 10, pictures};
}

/** A good filter: what is allowed gets little, what is forbidden much. */
function drawPictures(random: Random, count: number, forbidden: boolean): Picture[] {
  return Array.from({length: count}, () => {
    const rest = random.uniform() ** 10;
    return {p: forbidden ? 1 - rest : rest, forbidden};
  });
}

function drawDays(random: Random): Picture[][] {
  return Array.from({length: days}, () => [
    ...drawPictures(random, forbiddenCount, true),
    ...drawPictures(random, pictureCount - forbiddenCount, false),
  ]);
}

type Step = (day: Day) => Promise<number>;

async function follow(course: readonly (readonly Picture[])[], step: Step): Promise<number[]> {
  const limits: number[] = [];
  let limit = 0.5;
  for (const pictures of course) {
    limit = await step({limit, pictures});
    limits.push(limit);
  }
  return limits;
}

function comparedRun(
  label: string,
  yours: readonly number[],
  right: readonly number[],
  random: Random,
): TestRun {
  const forbidden = drawPictures(random, 300, true);
  const missed = (limits: readonly number[]) =>
    Float32Array.from(
      limits,
      (limit) => countsOf({limit, pictures: forbidden}).missed / forbidden.length,
    );
  return {
    label,
    curves: [
      {
        ...{label: "limit", role: "judge"},
        ...{yours: Float32Array.from(yours), right: Float32Array.from(right)},
      },
      {
        ...{label: "let through", role: "generated"},
        ...{yours: missed(yours), right: missed(right)},
      },
    ],
  };
}

export const tests = [
  property("step", "the limit after a day", 3, drawDay, async (day, {call, check}) => {
    const {limit, pictures} = day;
    const {all, held, allowed, wrongly, missed} = countsOf(day);
    const above = countsOf(day, (p) => p > limit);
    const below = countsOf(day, (p) => p < limit);
    check.close(await call("step", limit, pictures), rightStep(day), {
      advice:
        "count the allowed pictures that are held back, divide by all allowed ones, and add half of what lies above 0.05. Try a single picture of each kind.",
      mistakes: [
        {
          value: moved(limit, share(wrongly, held)),
          advice:
            "this is the share of allowed pictures among those that are held. It is large wherever forbidden pictures are rare, however good the filter is. Of those that are allowed, how many are held?",
        },
        {
          value: moved(limit, share(wrongly, all)),
          advice: "divide by the allowed pictures alone. The forbidden ones can be no false alarm.",
        },
        {
          value: moved(limit, share(wrongly, all - allowed)),
          advice:
            "now you divide by the number of forbidden pictures. Which ones can be a false alarm?",
        },
        {
          value: moved(limit, share(held, all)),
          advice: "this counts the forbidden ones that are held, too. They are held for a reason.",
        },
        {
          value: moved(limit, share(held - wrongly, all - allowed)),
          advice:
            "this is the share of forbidden pictures that are held. False alarms are of the allowed ones.",
        },
        {
          value: moved(limit, share(missed, all - allowed)),
          advice: "these are the misses, not the false alarms.",
        },
        {
          value: moved(limit, wrongly),
          advice: "this is a number of pictures. A share is wanted: divide by all allowed ones.",
        },
        {
          value: moved(limit, share(wrongly, allowed), -0.5),
          advice: "with more false alarms the limit must rise, so that fewer pictures are held.",
        },
        {
          value: moved(limit, share(above.wrongly, allowed)),
          advice: "a picture exactly at the limit is held back, too.",
        },
        {
          value: moved(limit, share(below.wrongly, allowed)),
          advice: "now those below the limit count as held.",
        },
        {
          value: limit + 0.5 * (share(wrongly, allowed) - goal),
          advice: "a limit is a probability: it stays between 0 and 1.",
        },
        {value: limit, advice: "now the limit stays where it is."},
      ],
    });
  }),
  test("training", "the limit settles", 2, async ({call, check, random, show}) => {
    const course = drawDays(random);
    const right = await follow(course, async (day) => rightStep(day));
    const yours = await follow(course, async ({limit, pictures}) =>
      check.number(await call("step", limit, pictures)),
    );
    show(comparedRun("Your step, followed", yours, right, random));
    const [end, goal] = [yours.at(-1)!, right.at(-1)!];
    check.that(Math.abs(end - goal) < 0.02, {
      expected: `after ${days} days a limit of about ${goal.toFixed(2)}`,
      yours: end.toFixed(2),
      advice:
        "at a right limit, which share of the allowed pictures is held back, and which does your program see?",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const random = new Random(3);
  const course = drawDays(random);
  const run = await follow(course, async ({limit, pictures}) =>
    faulty(
      limit,
      pictures.map((picture) => ({...picture})),
    ),
  );
  const right = await follow(course, async (day) => rightStep(day));
  return comparedRun("The faulty step, followed", run, right, random);
}
