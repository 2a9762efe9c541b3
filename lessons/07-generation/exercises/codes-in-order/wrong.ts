import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "codes = encoded(pictures);",
  "scale = scaleOf(codes);",
  "codes = scaled(codes, scale);",
  "weights = learned(weights, codes, noise, times);",
  "code = carried(weights, fresh);",
  "code = unscaled(code, scale);",
  "picture = decoded(code);",
];
export const noiseDecoded = "picture = decoded(fresh);";
export const noiseScale = "scale = scaleOf(noise);";

const answer = wrongOrders(lines);

export const wrong = [
  answer("scale-too-early", "the scale is measured before", [1, 0, 2, 3, 4, 5, 6]),
  answer("scaled-too-early", "scaled before there are any", [2, 0, 1, 3, 4, 5, 6]),
  answer("scaled-unknown", "before their scale is known", [0, 2, 1, 3, 4, 5, 6]),
  answer("learned-too-early", "the field learns before", [3, 0, 1, 2, 4, 5, 6]),
  answer("undone-too-early", "undone before there is one", [0, 1, 2, 3, 5, 4, 6]),
  answer("drawn-too-early", "drawn before there is a code", [0, 1, 2, 3, 6, 4, 5]),
  answer("not-scaled", "codes as the encoder gives them", [0, 1, 3, 4, 5, 6]),
  answer("scaled-too-late", "codes as the encoder gives them", [0, 1, 3, 2, 4, 5, 6]),
  answer("scale-not-undone", "got a code that is still scaled", [0, 1, 2, 3, 4, 6]),
  answer("noise-decoded", "noise itself was decoded", [0, 1, 2, 3, 4, 5, noiseDecoded]),
  answer("scale-of-the-noise", "the scale of the noise", [0, noiseScale, 2, 3, 4, 5, 6]),
  answer("carried-before-it-learned", "before it learned", [0, 1, 2, 4, 3, 5, 6]),
  answer("never-learns", "has not learned", [0, 1, 2, 4, 5, 6]),
];
