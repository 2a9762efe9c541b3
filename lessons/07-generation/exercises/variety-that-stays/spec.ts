import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {
  apart,
  type Counted,
  comparedCourse,
  countedOf,
  type DrawnSet,
  drawnSets,
  mean,
} from "../../drawn-classes.js";
import {counted as faulty} from "./starter.js";

/** Of each class equally many, two at least. */
function drawSet(draw: Draw): DrawnSet {
  const [classes, each] = [draw.integer(2, 3), draw.size(2, 3, 7)];
  const size = draw.size(1, 3, 9);
  const misses = draw.oneOf([1, 0, 4]);
  const asked = Array.from({length: classes * each}, (_, i) => i % classes);
  return {
    pictures: asked.map(() => draw.numbers(size, -3, 3)),
    asked,
    seen: asked.map((label) => (draw.integer(0, 3) < misses ? (label + 1) % classes : label)),
  };
}

const everyPair = () => true;

/** The mean of another distance over the pairs of one class. */
function varietyBy(
  {pictures, asked}: DrawnSet,
  way: (a: readonly number[], b: readonly number[]) => number,
): number {
  return mean(
    pictures.flatMap((picture, i) =>
      pictures
        .slice(0, i)
        .flatMap((other, j) => (asked[i] === asked[j] ? [way(picture, other)] : [])),
    ),
  );
}

const varietyDemand = (drawn: DrawnSet) => {
  const {pictures, asked, seen} = drawn;
  const {variety} = countedOf(drawn);
  const count = pictures.length;
  const inClass = asked.flatMap((label, i) => asked.slice(0, i).filter((each) => each === label));
  return {
    advice: "the mean distance of all pairs that were asked to be of the same class.",
    mistakes: [
      {
        value: countedOf(drawn, everyPair).variety,
        advice:
          "pairs of different classes are counted as well. A 3 and a 7 differ whatever the noise: compare only pairs of the same class.",
      },
      {
        value: countedOf(drawn, (i, j) => asked[i] !== asked[j]).variety,
        advice: "now only pairs of different classes are counted. Turn the condition round.",
      },
      {
        value: countedOf(drawn, (i, j) => seen[i] === seen[j]).variety,
        advice:
          "these are pairs of one class by what the judge sees. What it takes for another class would drop out: go by what was asked.",
      },
      {
        value: (variety * inClass.length) / ((count * (count - 1)) / 2),
        advice: "the sum is right now, but it is divided by the number of all pairs.",
      },
      {value: variety * inClass.length, advice: "this is the sum. Take the mean over the pairs."},
      {
        value: varietyBy(drawn, (a, b) => apart(a, b) ** 2),
        advice: "now the distance lacks its root. It was right before.",
      },
    ],
  };
};

function callCounted(call: (name: string, ...args: unknown[]) => Promise<unknown>, set: DrawnSet) {
  return call("counted", set.pictures, set.asked, set.seen);
}

export const tests = [
  property("counted", "how varied a class is", 2, drawSet, async (drawn, {call, check}) => {
    const yours = check.field(await callCounted(call, drawn), "variety");
    check.close(yours, countedOf(drawn).variety, varietyDemand(drawn));
  }),
  property("counted", "how many are as asked", 1, drawSet, async (drawn, {call, check}) => {
    const value = await callCounted(call, drawn);
    const {variety, asAsked} = countedOf(drawn);
    // The starter is right in this, so it earns nothing unless the variety is right, too.
    check.close(check.field(value, "variety"), variety, {
      advice: "this part was right. Its point comes with that of the variety.",
    });
    check.close(check.field(value, "asAsked"), asAsked, {
      advice: "pictures whose seen class is the asked one, of 100.",
      mistakes: [
        {value: 100 - asAsked, advice: "these are the ones that are not as asked."},
        {value: asAsked / 100, advice: "this is the share. Per cent are a hundred times that."},
      ],
    });
  }),
  test("course", "no variety where all are the same", 2, async ({call, check, random, show}) => {
    const sets = drawnSets(random);
    const yours: Counted[] = [];
    for (const drawn of sets) {
      const value = await callCounted(call, drawn);
      yours.push({
        variety: check.number(check.field(value, "variety")),
        asAsked: check.number(check.field(value, "asAsked")),
      });
    }
    show(comparedCourse("What your function counts, by temperature", sets, yours));
    const [cold, hot] = [yours[0]!.variety, yours.at(-1)!.variety];
    const goal = countedOf(sets.at(-1)!).variety;
    check.that(Math.abs(cold) < 1e-9 && Math.abs(hot - goal) < 1e-6, {
      expected: `a variety of 0 at the temperature 0, and of ${goal.toFixed(3)} at the highest`,
      yours: `${cold.toFixed(3)} and ${hot.toFixed(3)}`,
      advice:
        "at 0 all pictures of a class are the same, so each pair that counts is at a distance of 0.",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const sets = drawnSets(new Random(3));
  const found = sets.map(({pictures, asked, seen}) =>
    faulty(
      pictures.map((picture) => [...picture]),
      [...asked],
      [...seen],
    ),
  );
  return comparedCourse("What the faulty function counts, by temperature", sets, found);
}
