/** The VAE of the arena: dense networks, and codes from N(0, 1) for what it draws. */
import {pictureVae} from "../../lib/models/vae-networks.js";
import {decodeCodes} from "../../lib/models/vae-pictures.js";
import {coderProbe} from "../shared/probe.setup.js";
import {side} from "./contenders.js";
import type {MakeEntrant} from "./entrant.setup.js";

const latentSize = 12;

export const vaeEntrant: MakeEntrant = ({decaySteps, random, pictures}) => {
  const model = pictureVae(
    {
      ...{kind: "dense", picture: [side, side, 1], latentSize, width: 256, narrow: 128},
      ...{likelihood: "bernoulli", sigma: 1, beta: 1, warmUpSteps: 0, freeBits: 0},
      ...{learningRate: 0.003, decaySteps, averaging: 0.99},
    },
    random,
  );
  return {
    model,
    loss: ({elbo}) => -elbo!,
    draw: (count, chance) => decodeCodes(model, chance.normals(count * latentSize)),
    probe: (network, chance) => coderProbe(network, pictures, latentSize, chance),
  };
};
