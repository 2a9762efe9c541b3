import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const sumOf = (values: Row) => values.reduce((a, b) => a + b, 0);
const squares = (a: Row, b: Row) => sumOf(a.map((value, i) => (value - b[i]!) ** 2));
const apart = (a: Row, b: Row) => Math.sqrt(squares(a, b) / a.length);

/** Those that stay, by any measure; `among` are the earlier places that count. */
function staying(
  pictures: readonly Row[],
  isCopy: (a: Row, b: Row) => boolean,
  among: (kept: readonly number[], i: number) => readonly number[] = (kept) => kept,
): number[] {
  const kept: number[] = [];
  for (const [i, picture] of pictures.entries())
    if (!among(kept, i).some((k) => isCopy(picture, pictures[k]!))) kept.push(i);
  return kept;
}

interface Collection {
  readonly pictures: number[][];
  readonly limit: number;
}

/** Each picture a fresh one, or an earlier one changed a little. No distance lies at the limit. */
function drawCollection(draw: Draw): Collection {
  const size = draw.size(2, 7, 20);
  const pixels = draw.oneOf([4, 2, 9]);
  const pictures: number[][] = [];
  for (let i = 0; i < size; i++) {
    const isNear = i > 0 && draw.integer(0, 2) > 0;
    const from = isNear ? pictures[draw.integer(0, i - 1)]! : draw.numbers(pixels, 0, 9, 0);
    pictures.push(isNear ? from.map((value) => value + draw.integer(-2, 2) / 10) : from);
  }
  return {pictures, limit: draw.oneOf([0.1005, 0.0507, 0.2003])};
}

const collectionDemand = ({pictures, limit}: Collection) => ({
  advice:
    "go through the pictures in order; one stays unless it is at most limit away from an earlier one that stays.",
  mistakes: [
    {
      value: staying(
        pictures,
        (a, b) => apart(a, b) <= limit,
        (_, i) => [...Array(i).keys()],
      ),
      advice:
        "this compares with all pictures before, also with those that went. Compare with those that stay.",
    },
    {
      value: staying(pictures, (a, b) => squares(a, b) === 0),
      advice: "this finds equal pictures only. Near ones are copies, too, up to the limit.",
    },
    {
      value: staying(pictures, (a, b) => Math.sqrt(squares(a, b)) <= limit),
      advice: "take the mean of the squared differences, not their sum.",
    },
    {
      value: staying(pictures, (a, b) => squares(a, b) / a.length <= limit),
      advice: "the root is missing: the distance is the root of the mean of squared differences.",
    },
    {
      value: [...pictures.keys()].filter(
        (i) => !staying(pictures, (a, b) => apart(a, b) <= limit).includes(i),
      ),
      advice: "these are the places of the copies. Give those that stay.",
    },
  ],
});

interface Labels {
  readonly labels: number[];
  readonly share: number;
}

/** No share of a count lies halfway between whole numbers. */
function drawLabels(draw: Draw): Labels {
  const classes = draw.integer(2, 4);
  const size = draw.size(4, 12, 40);
  const labels = Array.from({length: size}, () => 3 * draw.integer(0, classes - 1));
  return {labels, share: draw.oneOf([0.31, 0.23, 0.47, 0.71])};
}

function partOf(labels: Row, most: (count: number) => number): number[] {
  return labels.flatMap((label, i) => {
    const before = labels.slice(0, i).filter((each) => each === label).length;
    return before < most(labels.filter((each) => each === label).length) ? [i] : [];
  });
}

const labelDemand = ({labels, share}: Labels) => ({
  advice:
    "of each class the first Math.round(share * count) pictures, count being those of that class; all places in order.",
  mistakes: [
    {
      value: [...Array(Math.round(share * labels.length)).keys()],
      advice:
        "this takes the first of all pictures, whatever their class. Count each class by itself.",
    },
    {
      value: partOf(labels, (count) => Math.floor(share * count)),
      advice: "round to the nearest whole number, not down.",
    },
    {
      value: partOf(labels, (count) => Math.ceil(share * count)),
      advice: "round to the nearest whole number, not up.",
    },
    {
      value: partOf(labels, () => Math.round((share * labels.length) / new Set(labels).size)),
      advice: "this takes as many of each class. It should be the same share of each.",
    },
    {
      value: partOf(labels, (count) => count - Math.round((1 - share) * count)),
      advice: "round the test part, Math.round(share * count), not what is left.",
    },
    {
      value: [...new Set(labels)].flatMap((label) =>
        partOf(labels, (count) => Math.round(share * count)).filter((i) => labels[i] === label),
      ),
      advice: "the right places, but class by class. Give them in order.",
    },
  ],
});

export const tests = [
  property("copies", "near copies go", 3, drawCollection, async (given, {call, check}) => {
    const {pictures, limit} = given;
    const wanted = staying(pictures, (a, b) => apart(a, b) <= limit);
    check.same(await call("withoutCopies", pictures, limit), wanted, collectionDemand(given));
  }),
  test("copies", "at the limit, and a chain", 2, async ({call, check}) => {
    check.same(
      await call(
        "withoutCopies",
        [
          [0, 0],
          [3, 3],
          [6, 6],
        ],
        3,
      ),
      [0, 2],
      {
        advice:
          "at most limit away is a copy: the second is 3 from the first. The third is 3 from the second, but that one went.",
      },
    );
    check.same(
      await call(
        "withoutCopies",
        [
          [1, 5],
          [1, 5],
          [5, 1],
          [1, 5],
        ],
        0,
      ),
      [0, 2],
      {
        advice: "with a limit of 0 equal pictures are copies, and no others.",
      },
    );
    check.same(await call("withoutCopies", [], 1), [], {
      advice: "of no pictures none stay: an empty list.",
    });
  }),
  property("split", "of each class its share", 3, drawLabels, async (given, {call, check}) => {
    const {labels, share} = given;
    const wanted = partOf(labels, (count) => Math.round(share * count));
    check.same(await call("testPart", labels, share), wanted, labelDemand(given));
  }),
  test("split", "nothing, all, and a rare class", 2, async ({call, check}) => {
    const labels = [7, 7, 2, 7, 7, 2, 7, 7, 7, 7];
    check.same(await call("testPart", labels, 0), [], {
      advice: "a share of 0 leaves no picture to test on.",
    });
    check.same(await call("testPart", labels, 1), [...labels.keys()], {
      advice: "a share of 1 takes all pictures.",
    });
    check.same(await call("testPart", labels, 0.25), [0, 1, 2], {
      advice:
        "a quarter of eight sevens is two, a quarter of two twos is a half, which Math.round makes one.",
    });
  }),
];
