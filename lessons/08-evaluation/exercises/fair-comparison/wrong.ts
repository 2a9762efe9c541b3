import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "held = heldOut(pool);",
  "count = fewest(first, second);",
  "mine = scored(first, held, count);",
  "theirs = scored(second, held, count);",
  "gap = meanOf(mine) - meanOf(theirs);",
  "band = bandOf(mine, theirs);",
  "verdict = judged(gap, band);",
];
export const leak = "held = pool;";
export const luck = "mine = [Math.min(...mine)];";
export const uneven = "count = Infinity;";

const answer = wrongOrders(lines);

export const wrong = [
  answer("nothing-held-out", "before there is anything held out", [1, 2, 0, 3, 4, 5, 6]),
  answer("how-many-too-late", "how many numbers each may show", [0, 2, 1, 3, 4, 5, 6]),
  answer("gap-too-early", "before there are scores of both", [0, 1, 2, 4, 3, 5, 6]),
  answer("band-too-early", "a band is drawn before", [0, 1, 2, 5, 3, 4, 6]),
  answer("verdict-before-gap", "before there is a gap", [0, 1, 2, 3, 5, 6, 4]),
  answer("verdict-before-band", "before there is a band", [0, 1, 2, 3, 4, 6, 5]),
  answer("leak", "numbers that both were trained on", [leak, 1, 2, 3, 4, 5, 6]),
  answer("luck", "its best seed", [0, 1, 2, luck, 3, 4, 5, 6]),
  answer("uneven", "each shows all that it drew", [0, uneven, 2, 3, 4, 5, 6]),
  answer("narrow-band", "a band of its best seed", [0, 1, 2, 3, 4, luck, 5, 6]),
  answer("no-verdict", "no verdict", [0, 1, 2, 3, 4, 5]),
];
