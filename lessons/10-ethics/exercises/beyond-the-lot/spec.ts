import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import {distance, distanceMistakes} from "../../picture-distance.js";

interface Two {
  readonly a: number[];
  readonly b: number[];
}

function drawTwo(draw: Draw): Two {
  const d = draw.size(2, 4, 20);
  return {a: draw.numbers(d, -5, 5), b: draw.numbers(d, -9, 9)};
}

const changeDemand = ({a, b}: Two) => ({
  advice: "the root of the mean squared difference of their pixels.",
  mistakes: [
    ...distanceMistakes((by) => by(a, b)),
    {
      value: Math.max(...a.map((value, i) => Math.abs(value - b[i]!))),
      advice: "this is the largest difference. All pixels count.",
    },
  ],
});

interface Runs {
  readonly whole: number[];
  readonly without: number[][];
  readonly byLot: number[][];
}

/** Some sources change the picture by more than the lot does, some by less, and some by as much as a part of it. */
function drawRuns(draw: Draw): Runs {
  const whole = draw.numbers(4, -2, 2);
  const moved = (least: number, most: number) => () => {
    const by = draw.numbers(4, least, most);
    return whole.map((value, i) => value + (draw.integer(0, 1) ? by[i]! : -by[i]!));
  };
  const byLot = Array.from({length: draw.integer(2, 8)}, moved(0.5, 2));
  const near = Array.from({length: draw.integer(1, 3)}, moved(0, 0.4));
  const among = Array.from({length: draw.integer(1, 3)}, moved(0.5, 2));
  const far = Array.from({length: draw.integer(1, 3)}, moved(2.1, 4));
  return {whole, without: [...among, ...far, ...near], byLot};
}

/** For each source whether `holds` of its change and those by lot. */
const told = (
  {whole, without, byLot}: Runs,
  holds: (own: number, lots: readonly number[]) => boolean,
  by = distance,
) => {
  const lots = byLot.map((picture) => by(whole, picture));
  return without.map((picture) => holds(by(whole, picture), lots));
};

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const isMore = (own: number, lots: readonly number[]) => own > Math.max(...lots);

const beyondDemand = (runs: Runs) => ({
  advice:
    "the floor is the largest change of all runs by lot. A source is beyond it when its own change is larger.",
  mistakes: [
    {
      value: told(runs, (own, lots) => own > Math.min(...lots)),
      advice: "this is more than in one of the runs by lot. It must be more than in every one.",
    },
    {
      value: told(runs, (own, lots) => own > mean(lots)),
      advice: "this compares with the mean of the lot. The floor is its largest change.",
    },
    {
      value: told(runs, (own, lots) => own > middle(lots)),
      advice: "this compares with the middle of the lot. The floor is its largest change.",
    },
    {
      value: told(runs, (own, lots) => own > lots[0]!),
      advice: "only the first run by lot is looked at. All of them count.",
    },
    {
      value: told(runs, (own, lots) => !isMore(own, lots)),
      advice: "this is true where a source is not beyond the floor, and false where it is.",
    },
    {
      value: told(
        runs,
        (own) => own === Math.max(...runs.without.map((b) => distance(runs.whole, b))),
      ),
      advice: "this marks the source with the largest change. What counts is the lot.",
    },
    {
      value: told(runs, isMore).map(Number),
      advice: "give true and false, not 1 and 0.",
    },
    {
      value: told(runs, isMore).flatMap((is, s) => (is ? [s] : [])),
      advice: "these are the numbers of the sources. Give true or false for each.",
    },
    {
      value: told(runs, isMore).filter(Boolean).length,
      advice: "this is how many there are. Give true or false for each.",
    },
  ],
});

interface Place {
  readonly own: number;
  readonly lots: number[];
}

/** In whole numbers, so that some are equal. */
function drawPlace(draw: Draw): Place {
  const lots = Array.from({length: draw.integer(3, 12)}, () => draw.integer(1, 12));
  return {own: draw.integer(0, 1) ? lots[0]! : draw.integer(1, 14), lots};
}

const shareOf = ({own, lots}: Place, holds: (each: number) => boolean) => ({
  count: lots.filter(holds).length,
  all: lots.length,
  own,
});

const chanceDemand = (place: Place) => {
  const {own} = place;
  const {count: larger, all} = shareOf(place, (each) => each >= own);
  const {count: strictly} = shareOf(place, (each) => each > own);
  const {count: below} = shareOf(place, (each) => each <= own);
  return {
    advice:
      "count the changes that are at least as large as the source’s, itself included, and divide by how many there are in all.",
    mistakes: [
      {
        value: larger / all,
        advice:
          "the source itself is missing, above and below the line. Its change is one of them.",
      },
      {
        value: (1 + larger) / all,
        advice: "the source counts below the line too: there is one change more than in the lot.",
      },
      {
        value: larger / (1 + all),
        advice: "the source counts above the line too: its change is as large as itself.",
      },
      {
        value: (1 + strictly) / (1 + all),
        advice: "only larger ones are counted. Those that are as large count too.",
      },
      {
        value: (1 + below) / (1 + all),
        advice: "this counts those that are at most as large. It is the other way round.",
      },
      {
        value: 1 - (1 + larger) / (1 + all),
        advice: "this is the share of those that are smaller.",
      },
      {value: 1 + larger, advice: "this is a count. Give the share, from 0 to 1."},
      {
        value: (100 * (1 + larger)) / (1 + all),
        advice: "these are per cent. Give the share, from 0 to 1.",
      },
      {
        value: 1 / (1 + all),
        advice: "this is the chance of the largest place only. Look at where `own` stands.",
      },
    ],
  };
};

export const tests = [
  property("change", "of any two pictures", 1, drawTwo, async (two, {call, check}) => {
    check.close(await call("change", two.a, two.b), distance(two.a, two.b), changeDemand(two));
  }),
  test("change", "of one pixel, and of none", 1, async ({call, check, random}) => {
    const value = 1 + random.integer(9);
    check.close(await call("change", [0], [-value]), value, {
      advice: "of one pixel it is the size of the difference, whichever is larger.",
    });
    check.close(await call("change", [value, 2, 7], [value, 2, 7]), 0, {
      advice: "a picture does not differ from itself.",
    });
  }),
  property(
    "beyond",
    "sources that do more, and others",
    3,
    drawRuns,
    async (runs, {call, check}) => {
      const {whole, without, byLot} = runs;
      check.same(
        await call("beyond", whole, without, byLot),
        told(runs, isMore),
        beyondDemand(runs),
      );
    },
    20,
  ),
  test("beyond", "as much is not more", 1, async ({call, check}) => {
    const whole = [0, 0];
    const byLot = [
      [1, 1],
      [3, 3],
      [2, 2],
    ];
    const without = [
      [3, -3],
      [-4, 4],
      [0, 0],
    ];
    check.same(await call("beyond", whole, without, byLot), [false, true, false], {
      advice: "source 0 changes the picture exactly as much as one run by lot: that is not more.",
    });
  }),
  property(
    "chance",
    "any place among them",
    3,
    drawPlace,
    async (place, {call, check}) => {
      const {own, lots} = place;
      const larger = lots.filter((each) => each >= own).length;
      check.close(
        await call("chance", own, lots),
        (1 + larger) / (1 + lots.length),
        chanceDemand(place),
      );
    },
    20,
  ),
  test("chance", "larger than all", 1, async ({call, check, random}) => {
    const lots = Array.from({length: 7 + random.integer(5)}, (_, i) => i + 1);
    check.close(await call("chance", 100, lots), 1 / (1 + lots.length), {
      advice: "the largest of all is somewhere, so that this is never 0.",
      mistakes: [
        {value: 0, advice: "it can happen, so its chance is not 0: the source itself counts."},
      ],
    });
  }),
];
