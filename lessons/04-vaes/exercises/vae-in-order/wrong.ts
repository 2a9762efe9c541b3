import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "codes = encode(weights, points);",
  "z = drawFrom(codes, noise);",
  "drawn = decode(weights, z);",
  "loss = missOf(drawn, points) + klOf(codes);",
  "push = slopeOfMiss(drawn, points);",
  "onCodes = throughDecoder(weights, push, codes, noise);",
  "onCodes = plusKl(onCodes, codes);",
  "weights = moveDown(weights, points, z, push, onCodes);",
];
export const middles = "z = codes.map(({mean}) => mean);";
export const turned = "push = slopeOfMiss(points, drawn);";

const answer = wrongOrders(lines);

export const wrong = [
  answer("drawn-too-early", "before there is a cloud to draw it from", [1, 0, 2, 3, 4, 5, 6, 7]),
  answer("decoded-too-early", "before there is a code", [0, 2, 1, 3, 4, 5, 6, 7]),
  answer("compared-too-early", "compared before it is drawn", [0, 1, 3, 2, 4, 5, 6, 7]),
  answer("slope-too-early", "before anything is drawn", [0, 4, 1, 2, 3, 5, 6, 7]),
  answer("back-too-early", "there is no slope of the miss", [0, 1, 2, 3, 5, 4, 6, 7]),
  answer("kl-too-early", "slopes that do not exist yet", [0, 1, 2, 3, 4, 6, 5, 7]),
  answer("moved-too-early", "before the slopes are known", [0, 1, 2, 3, 4, 7, 5, 6]),
  answer("no-draw", "nothing was drawn", [0, middles, 2, 3, 4, 5, 6, 7]),
  answer("turned", "pulled away from the points", [0, 1, 2, 3, turned, 5, 6, 7]),
  answer("codes-cost-nothing", "the codes cost nothing", [0, 1, 2, 3, 4, 5, 7]),
  answer("moved-before-kl", "the codes cost nothing", [0, 1, 2, 3, 4, 5, 7, 6]),
  answer("no-loss", "the loss has not been taken", [0, 1, 2, 4, 5, 6, 7]),
  answer("stands-still", "have not moved", [0, 1, 2, 3, 4, 5, 6]),
];
