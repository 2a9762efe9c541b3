/** Points, codes and clusters on a plane. */
import {clothes} from "../../lib/datasets/clothes.js";
import {digits} from "../../lib/datasets/digits.js";
import {clusterPlane} from "../plane/cluster-plane.js";
import {codePlane} from "../plane/code-plane.js";
import {flowPlane} from "../plane/flow-plane.js";
import {latentPlane} from "../plane/latent-plane.js";
import {pointPlane} from "../plane/point-plane.js";
import {clusterSheet} from "../sheet/cluster-sheet.js";
import {flowArrays, planeArrays, shapePictures, sortedShapes} from "./synthetic.js";

export const planes = {
  latentPlane: () => {
    const figure = latentPlane({label: "Synthetic shapes instead of a plane of digits"});
    const codes = Float32Array.from({length: 80}, (_, i) => Math.sin(i * i) * 1.8);
    figure.update({
      plane: shapePictures(225, 5),
      codes,
      spreads: codes.map((value) => 0.1 + 0.05 * Math.abs(value)),
      labels: Array.from({length: 40}, (_, i) => i % 10),
      classNames: digits.classNames,
      over: {letters: true, clouds: true},
      own: {code: {x: 0.4, y: -0.5}, spread: {x: 0.2, y: 0.4}},
    });
    return figure;
  },

  plane: () => {
    const square = pointPlane({label: "Points on the plane"});
    square.update({arrays: planeArrays(400, 5)});
    return square;
  },

  flowPlane: () => {
    const square = flowPlane({label: "Made-up points on made-up ways"});
    square.update({arrays: flowArrays(60, 6)});
    return square;
  },

  codePlane: () => {
    const square = codePlane({label: "Made-up codes on made-up ways", size: 220});
    const {real, trail} = flowArrays(60, 6);
    square.update({real, trail, shown: 6, stop: 2});
    return square;
  },

  planePainting: () => {
    const square = pointPlane({label: "Your points", size: 300});
    square.update({arrays: {}, drawing: true});
    return square;
  },

  clusterPlane: () => {
    const figure = clusterPlane({label: "Synthetic shapes, sorted", classNames: digits.classNames});
    figure.update({
      ...sortedShapes(1200, 300, 10, 9),
      marks: "pictures",
      revealed: false,
      bordered: true,
    });
    return figure;
  },

  clusterPlaneRevealed: () => {
    const {classNames} = clothes;
    const figure = clusterPlane({label: "Synthetic labels", classNames, size: 440});
    figure.update({
      ...sortedShapes(1200, 300, 8, 9),
      marks: "letters",
      revealed: true,
      bordered: true,
      chosen: 2,
    });
    return figure;
  },

  clusterSheet: () => {
    const count = 10;
    const {classNames} = digits;
    const sheet = clusterSheet({label: "Synthetic shapes as mean pictures", classNames, count});
    sheet.update({...sortedShapes(1200, 300, count, 9), revealed: true});
    return sheet;
  },
};
