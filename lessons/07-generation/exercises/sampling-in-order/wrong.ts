import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "v = velocityAt(weights, x, t);",
  "clean = cleanOf(x, v, t);",
  "noise = noiseOf(x, v, t);",
  "spread = freshSpread(eta, t, next);",
  "noise = exchanged(noise, fresh, spread, next);",
  "x = mixed(clean, noise, next);",
  "t = next;",
];
export const leap = "x = clean;";
export const anew = "noise = fresh;";

const answer = wrongOrders(lines);

export const wrong = [
  answer("guessed-too-early", "the picture is guessed before the network", [1, 0, 2, 3, 4, 5, 6]),
  answer("noise-too-early", "the noise is guessed before the network", [2, 0, 1, 3, 4, 5, 6]),
  answer("time-too-early", "the time has already moved on", [0, 1, 2, 6, 3, 4, 5]),
  answer("exchanged-too-early", "before there is a guess of it", [0, 1, 3, 4, 2, 5, 6]),
  answer("how-much-too-late", "before it is known how much", [0, 1, 2, 4, 3, 5, 6]),
  answer("mixed-too-early", "before there is a guess of the picture", [0, 2, 3, 4, 5, 1, 6]),
  answer("without-noise", "before there is a guess of the noise", [0, 1, 3, 5, 6]),
  answer("leap", "leaps to the guess", [0, 1, 2, 3, 4, leap, 6]),
  answer("anew", "all of the old noise is thrown away", [0, 1, 2, 3, anew, 5, 6]),
  answer("full-strength", "has still its full strength", [0, 1, 2, 3, 5, 6]),
  answer("clock-stands", "the clock stands still", [0, 1, 2, 3, 4, 5]),
  answer("stands-still", "has not moved", [0, 1, 2, 3, 4, 6]),
];
