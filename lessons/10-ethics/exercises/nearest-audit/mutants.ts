import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const root = "Math.sqrt(squares / picture.length)";
const place = "distances[Math.floor(heldOut.length / 20)]!";
const below = "nearest(picture, learned) < limit";
const share = "found.length / made.length";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "nearest: the last pixel is left out",
    replace: [["picture.reduce(", "picture.slice(0, -1).reduce("]],
  },
  {
    name: "nearest: one pixel too few in the mean",
    replace: [[root, "Math.sqrt(squares / (picture.length - 1))"]],
  },
  {name: "nearest: at most 1", replace: [["Number.POSITIVE_INFINITY", "1"]]},
  {name: "nearest: at most 5", replace: [["Number.POSITIVE_INFINITY", "5"]]},
  {
    name: "nearest: the last picture is left out",
    replace: [["of pictures)", "of pictures.slice(0, Math.max(1, pictures.length - 1)))"]],
  },
  {
    name: "nearest: never a copy of itself",
    replace: [["    least = Math", "    if (squares > 0) least = Math"]],
  },
  {
    name: "nearest: differences above 0 only",
    replace: [["(value - other[i]!) ** 2", "Math.max(0, value - other[i]!) ** 2"]],
  },
  {
    name: "nearest: largest difference",
    replace: [
      [
        "sum + (value - other[i]!) ** 2",
        "Math.max(sum, picture.length * (value - other[i]!) ** 2)",
      ],
    ],
  },
  {
    name: "nearest: to the mean picture",
    replace: [
      [
        "(value - other[i]!) ** 2",
        "(value - pictures.reduce((a, b) => a + b[i]! / pictures.length, 0 * other.length)) ** 2",
      ],
    ],
  },
  {
    name: "nearest: in tenths",
    replace: [["  return least;", "  return Math.round(10 * least) / 10;"]],
  },
  {name: "limit: one in ten", replace: [["/ 20", "/ 10"]]},
  {name: "limit: rounded up", replace: [["Math.floor(heldOut", "Math.ceil(heldOut"]]},
  {name: "limit: always the second", replace: [[place, "distances[1]!"]]},
  {name: "limit: the middle", replace: [[place, "distances[Math.floor(heldOut.length / 2)]!"]]},
  {
    name: "limit: between two",
    replace: [
      [
        place,
        "(distances[Math.floor(heldOut.length / 20)]! + distances[Math.floor(heldOut.length / 20) - 1]!) / 2",
      ],
    ],
  },
  {
    name: "limit: twenty pictures at most",
    replace: [[place, "distances[Math.floor(Math.min(20, heldOut.length) / 20)]!"]],
  },
  {name: "limit: the share of the largest", replace: [[place, "distances.at(-1)! / 20"]]},
  {name: "copies: twice the limit", replace: [[below, "nearest(picture, learned) < 2 * limit"]]},
  {name: "copies: half the limit", replace: [[below, "nearest(picture, learned) < limit / 100"]]},
  {
    name: "copies: only exact ones",
    replace: [[below, "nearest(picture, learned) === 0 && limit > 0"]],
  },
  {name: "copies: by the learned ones' count", replace: [[share, "found.length / learned.length"]]},
  {name: "copies: the first ten", replace: [["made.filter(", "made.slice(0, 10).filter("]]},
  {
    name: "copies: less what chance gives",
    replace: [[share, "Math.max(0, found.length / made.length - 0.05)"]],
  },
  {
    name: "nearest: by squares until the end",
    isRight: "the root of the least mean square is the least root",
    replace: [
      [
        "least = Math.min(least, Math.sqrt(squares / picture.length));",
        "least = Math.min(least, squares / picture.length);",
      ],
      ["  return least;", "  return Math.sqrt(least);"],
    ],
  },
];
