import {classCount} from "../../../lib/models/classifier.js";
import {straightPath} from "../../../lib/models/flow/path.js";
import type {PictureFlowOptions} from "../../../lib/models/flow/picture-flow.js";
import {side} from "./digit-flow.js";

/** The network of flows that draw digits, and what it learns. */
export const digitNetwork = {
  ...{side, channels: 1, blocks: 2, classes: classCount},
  /** Each channel is normalised by itself, and told time and class after that. In groups of 4, and told before, it learned more slowly. */
  ...{groupWidth: 1, told: "after norm"},
  ...{path: straightPath, kind: "velocity", timeDraw: "logit-normal"},
  /** Share of pictures that are shown without their class, so that the network also draws untold. */
  conditionDrop: 0.15,
} as const satisfies Partial<PictureFlowOptions>;
