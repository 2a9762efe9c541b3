import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const place = "chanceAt(seed, left + j, top + i)";
const hash = "stirred(stirred(stirred(seed) ^ x) ^ y)";
const result = "(hash >>> 0) / 2 ** 32";
const around = "noise(seed, column * side - 1, row * side - 1, side + 2, side + 2)";
const adding = "sum += around[i]![j]!;";
const call = "meanOfNine(around, i, j)";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("noise: a column less", ["{length: width}", "{length: width - 1}"]),
  mutant("noise: a row more", ["{length: height}", "{length: height + 1}"]),
  mutant("noise: the area as a square", ["{length: width}", "{length: Math.min(width, 11)}"]),
  mutant("noise: eight columns, again and again", [hash, hash.replace("^ x", "^ (x & 7)")]),
  mutant("noise: begins anew after 256 columns", [hash, hash.replace("^ x", "^ (x & 255)")]),
  mutant("noise: begins anew after 65,536 rows", [hash, hash.replace("^ y", "^ (y & 65535)")]),
  mutant("noise: the product of x and y", [hash, "stirred(stirred(seed) ^ Math.imul(x, y))"]),
  mutant("noise: x, y and seed mixed before they are stirred", [hash, "stirred(seed ^ x ^ y)"]),
  mutant("noise: rows of 16 places after each other", [
    hash,
    "stirred(stirred(seed) ^ (x + 16 * y))",
  ]),
  mutant("noise: rows of 1,000 places after each other", [
    hash,
    "stirred(stirred(seed) ^ (x + 1000 * y))",
  ]),
  mutant("noise: above and below are alike", [hash, hash.replace("^ y", "^ Math.abs(y)")]),
  mutant("noise: the square of x", [hash, hash.replace("^ x", "^ Math.imul(x, x)")]),
  mutant("noise: opposite places are alike", [
    hash,
    "stirred(stirred(seed) ^ Math.imul(x, x) ^ Math.imul(Math.imul(x, y), 7919) ^ Math.imul(y * y, 104729))",
  ]),
  mutant("noise: two decimals", [result, "Math.floor(100 * ((hash >>> 0) / 2 ** 32)) / 100"]),
  mutant("noise: ten bits", [result, "(hash >>> 22) / 1024"]),
  mutant("noise: squared", [result, "((hash >>> 0) / 2 ** 32) ** 2"]),
  mutant("noise: not below 0.2", [result, "0.2 + 0.8 * ((hash >>> 0) / 2 ** 32)"]),
  mutant("noise: 1 is reached", [result, "(hash >>> 30) / 3"]),
  mutant("noise: mixed with a seed at last", [hash, "stirred(stirred(x) ^ y) ^ seed"]),
  mutant("noise: a seed of eight bits", [hash, hash.replace("(seed)", "(seed & 255)")]),
  mutant("noise: the seed moves the world down", [hash, "stirred(stirred(x) ^ (y + seed))"]),
  mutant("noise: multiplied only", [
    hash,
    "Math.imul(Math.imul(seed + 1, 374761393) + Math.imul(x, 73856093) + Math.imul(y, 100000007), 3)",
  ]),
  mutant("noise: the same in both rows of a pair", [
    place,
    "chanceAt(seed, left + j, (top + i) >> 1)",
  ]),
  mutant("tile: no margin on the right", [
    adding,
    "sum += around[i]![Math.min(j, around.length - 2)]!;",
  ]),
  mutant("tile: no margin below", [adding, "sum += around[Math.min(i, around.length - 2)]![j]!;"]),
  mutant("tile: no margin on the left", [adding, "sum += around[i]![Math.max(j, 1)]!;"]),
  mutant("tile: overlaps by one cell", [
    around,
    "noise(seed, column * (side - 1) - 1, row * (side - 1) - 1, side + 2, side + 2)",
  ]),
  mutant("tile: a gap of one cell", [
    around,
    "noise(seed, column * (side + 1) - 1, row * (side + 1) - 1, side + 2, side + 2)",
  ]),
  mutant("tile: one cell too far to the left", [
    around,
    "noise(seed, column * side - 2, row * side - 1, side + 2, side + 2)",
  ]),
  mutant("tile: rows are not as wide as columns", [
    around,
    "noise(seed, column * side - 1, row - 1, side + 2, side + 2)",
  ]),
  mutant("tile: in the west as in the east", [
    around,
    "noise(seed, Math.abs(column) * side - 1, row * side - 1, side + 2, side + 2)",
  ]),
  mutant("tile: another seed for each column", [
    around,
    "noise(seed + column, column * side - 1, row * side - 1, side + 2, side + 2)",
  ]),
  mutant("tile: hundredths", ["sum / 9", "Math.round((100 * sum) / 9) / 100"]),
  mutant("tile: three columns at most", [
    "{length: side}, (_, j)",
    "{length: Math.min(3, side)}, (_, j)",
  ]),
  mutant("tile: the largest of nine", [adding, "sum = Math.max(sum, 9 * around[i]![j]!);"]),
  mutant("tile: the last row as the one above", [call, "meanOfNine(around, Math.min(i, 4), j)"]),
  {
    name: "noise: y first, then x",
    isRight: "in whichever order the place is stirred in",
    replace: [[hash, "stirred(stirred(stirred(seed) ^ y) ^ x)"]],
  },
  {
    name: "noise: the fraction of a large sine",
    isRight: "as chance by place is made on many graphics cards: it has passed what is asked",
    replace: [
      [hash, "43758.5453 * Math.sin(12.9898 * x + 78.233 * y + 37.719 * seed)"],
      [result, "hash - Math.floor(hash)"],
    ],
  },
  {
    name: "tile: asks for each place by itself",
    isRight: "the numbers are those of the places, however they are asked for",
    replace: [
      [call, "meanOfNine(noise(seed, column * side + j - 1, row * side + i - 1, 3, 3), 0, 0)"],
    ],
  },
];
