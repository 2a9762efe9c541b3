/** The diffusion model of the arena: a U-Net that learns the straight path's velocity, five steps of Heun's method to a picture. */

import {heun} from "../../lib/models/flow/flow-samplers.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {pictureFlow, timeSize} from "../../lib/models/flow/picture-flow.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {timesOf} from "../../lib/models/flow/times.js";
import * as tf from "../../lib/tf.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {side} from "./contenders.js";
import type {MakeEntrant} from "./entrant.setup.js";

const steps = 5;

export const flowEntrant: MakeEntrant = ({decaySteps, random, pictures}) => {
  const model = pictureFlow(
    {
      ...{side, channels: 1, width: 16, blocks: 2, classes: 0},
      ...{groupWidth: 1, told: "after norm"},
      ...{path: straightPath, kind: "velocity", timeDraw: "logit-normal"},
      ...{learningRate: 0.006, decaySteps, averaging: 0.99},
    },
    random,
  );
  return {
    model,
    loss: ({loss}) => loss!,
    async draw(count, chance) {
      const start = chance.normals(count * side * side);
      const {kind, path} = model;
      const asked = {denoise: model.denoiser(), kind, path, times: timesOf(steps), start};
      const data = await lastOf(heun({...asked, random: chance}));
      return {data, shape: [count, side, side, 1]};
    },
    probe() {
      const times = timeFeatures(new Array<number>(probeCount).fill(0.5), timeSize);
      return [pictureProbe(pictures), tf.tensor2d(times, [probeCount, timeSize])];
    },
  };
};
