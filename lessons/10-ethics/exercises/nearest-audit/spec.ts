import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import {distance, distanceMistakes, type Picture} from "../../picture-distance.js";

const least = (a: Picture, all: readonly Picture[], by = distance) =>
  Math.min(...all.map((b) => by(a, b)));
const rising = (values: readonly number[]) => [...values].sort((a, b) => a - b);

function limitOf(heldOut: readonly Picture[], learned: readonly Picture[]): number {
  const distances = rising(heldOut.map((picture) => least(picture, learned)));
  return distances[Math.floor(heldOut.length / 20)]!;
}

interface Search {
  readonly picture: number[];
  readonly pictures: number[][];
}

function drawSearch(draw: Draw): Search {
  const d = draw.size(2, 4, 20);
  const picture = draw.numbers(d, -5, 5);
  const pictures = draw.list(1, 6, () => draw.numbers(d, -9, 9));
  return {picture, pictures: pictures.length > 0 ? pictures : [picture]};
}

const nearestDemand = ({picture, pictures}: Search) => {
  const best = (by: typeof distance) => least(picture, pictures, by);
  return {
    advice: "the smallest root of a mean squared difference, over all pictures.",
    overflow:
      "with nothing kept yet the smallest distance is infinite; the first picture is nearer.",
    mistakes: [
      ...distanceMistakes(best),
      {
        value: Math.max(...pictures.map((b) => distance(picture, b))),
        advice: "this is the farthest. The nearest has the smallest distance.",
      },
      {
        value: distance(picture, pictures[0]!),
        advice: "only the first picture is looked at. All of them count.",
      },
      {
        value: pictures.findIndex((b) => distance(picture, b) === best(distance)),
        advice: "this is the place of the nearest picture. Give its distance.",
      },
    ],
  };
};

interface Audit {
  readonly heldOut: number[][];
  readonly learned: number[][];
  readonly made: number[][];
}

/** Distances are spread out, and some are of two digits. */
function drawAudit(draw: Draw): Audit {
  const learned = draw.list(2, 5, () => draw.numbers(3, -2, 2));
  const far = () => draw.numbers(3, 2, 30);
  const heldOut = Array.from({length: 20 * draw.integer(1, 3) + draw.integer(0, 5)}, far);
  const made = Array.from({length: draw.size(2, 6, 20)}, () =>
    draw.integer(0, 1) ? far() : learned[0]!.map((value) => value + 0.01),
  );
  return {heldOut, learned: learned.length > 0 ? learned : [[0, 0, 0]], made};
}

const limitDemand = ({heldOut, learned}: Audit) => {
  const distances = heldOut.map((picture) => least(picture, learned));
  const sorted = rising(distances);
  const at = Math.floor(heldOut.length / 20);
  return {
    advice:
      "sort the distances of held-out pictures to their nearest learned one, and take place ⌊n / 20⌋.",
    mistakes: [
      {value: sorted[at - 1], advice: "this is one place too low. Places are counted from 0."},
      {value: sorted[at + 1], advice: "this is one place too high. Places are counted from 0."},
      {
        value: [...sorted].reverse()[at],
        advice: "this was sorted from large to small. Near ones have small distances.",
      },
      {value: distances[at], advice: "the distances were not sorted."},
      {
        value: [...distances].sort()[at],
        advice: "these were sorted as words, where 10 comes before 9.",
      },
      {
        value: sorted[0],
        advice: "this is the smallest of all. One in twenty is to lie below the limit.",
      },
      {
        value: sorted.reduce((a, b) => a + b, 0) / sorted.length / 20,
        advice: "this is a twentieth of the mean. Count pictures instead.",
      },
      {
        value: rising(learned.map((picture) => least(picture, heldOut)))[
          Math.floor(learned.length / 20)
        ],
        advice:
          "this asks of each learned picture for its nearest held-out one. It is the other way round.",
      },
      {
        value: 0,
        advice: "each learned picture is its own nearest. The limit comes from the held-out ones.",
      },
    ],
  };
};

const share = (made: readonly Picture[], holds: (picture: Picture) => boolean) =>
  made.filter(holds).length / made.length;

const copiesDemand = ({made, heldOut, learned}: Audit) => {
  const limit = limitOf(heldOut, learned);
  const isNear = (picture: Picture) => least(picture, learned) < limit;
  return {
    advice:
      "count made pictures whose nearest learned one is below the limit, and divide by how many there are.",
    mistakes: [
      {value: made.filter(isNear).length, advice: "this is a count. Give the share, from 0 to 1."},
      {
        value: 100 * share(made, isNear),
        advice: "these are per cent. Give the share, from 0 to 1.",
      },
      {
        value: share(made, (picture) => !isNear(picture)),
        advice: "this is the share of new pictures. Copies are those below the limit.",
      },
      {
        value: share(made, (picture) => least(picture, heldOut) < limit),
        advice: "this compares with the held-out pictures. Copies are near to learned ones.",
      },
      {
        value: share(made, (picture) => least(picture, learned) < limitOf(made, learned)),
        advice:
          "here the limit comes from the made pictures, so that one in twenty is always below it.",
      },
      {
        value: share(heldOut, isNear),
        advice: "this is the share of held-out pictures, which the rule fixes. Count made ones.",
      },
    ],
  };
};

export const tests = [
  property("nearest", "the smallest distance", 2, drawSearch, async (search, {call, check}) => {
    const {picture, pictures} = search;
    check.close(
      await call("nearest", picture, pictures),
      least(picture, pictures),
      nearestDemand(search),
    );
  }),
  test("nearest", "a copy, and one pixel", 1, async ({call, check, random}) => {
    const value = 1 + random.integer(9);
    check.close(
      await call(
        "nearest",
        [value, 2],
        [
          [7, 7],
          [value, 2],
          [0, 1],
        ],
      ),
      0,
      {
        advice: "a picture that is among them is at distance 0.",
      },
    );
    check.close(await call("nearest", [0], [[50], [-value]]), value, {
      advice: "of one pixel the distance is the size of the difference.",
    });
  }),
  property(
    "limit",
    "one in twenty below it",
    3,
    drawAudit,
    async (audit, {call, check}) => {
      const {heldOut, learned} = audit;
      check.close(
        await call("copyLimit", heldOut, learned),
        limitOf(heldOut, learned),
        limitDemand(audit),
      );
    },
    20,
  ),
  property(
    "copies",
    "the share",
    3,
    drawAudit,
    async (audit, {call, check}) => {
      const {made, heldOut, learned} = audit;
      const limit = limitOf(heldOut, learned);
      const wanted = share(made, (picture) => least(picture, learned) < limit);
      check.close(await call("copies", made, heldOut, learned), wanted, copiesDemand(audit));
    },
    20,
  ),
  test("copies", "at the limit is not below it", 1, async ({call, check}) => {
    const learned = [[0, 0]];
    const heldOut = Array.from({length: 40}, (_, i) => [i + 1, i + 1]);
    const made = [
      [3, 3],
      [2, 2],
      [-3, 3],
      [9, 9],
      [0, 0],
    ];
    check.close(await call("copies", made, heldOut, learned), 0.4, {
      advice: "a picture exactly at the limit is no copy: only those below it count.",
      mistakes: [{value: 0.8, advice: "two of them are exactly at the limit, and not below it."}],
    });
  }),
];
