import {type ByteImages, firstPictures, toFloats} from "../../lib/image.js";
import type {Random} from "../../lib/random.js";
import {
  type Contender,
  contenders,
  type PerContender,
  perContender,
  stepsBy,
} from "./contenders.js";
import type {Entrant, MakeEntrant} from "./entrant.setup.js";
import {flowEntrant} from "./flow-entrant.setup.js";
import {ganEntrant} from "./gan-entrant.setup.js";
import {tokensEntrant} from "./tokens-entrant.setup.js";
import {vaeEntrant} from "./vae-entrant.setup.js";

/** Pictures that a step learns from. */
export const batchSize = 32;
/** Batches of a turn. Whoever takes more steps in it begins with the first again. */
export const turnBatches = 60;
/** Pictures that an entrant may look at before its first step. */
const firstCount = 200;

const makers: PerContender<MakeEntrant> = {
  gan: ganEntrant,
  vae: vaeEntrant,
  tokens: tokensEntrant,
  flow: flowEntrant,
};

/** The four before their first step, whose learning rates fall over so many turns. */
export async function makeEntrants(
  images: ByteImages,
  rates: PerContender<number>,
  decayTurns: number,
  random: Random,
): Promise<PerContender<Entrant>> {
  const pictures = toFloats(firstPictures(images, firstCount));
  const made = new Map<Contender, Entrant>();
  for (const name of contenders) {
    const decaySteps = stepsBy(decayTurns, rates[name]);
    made.set(name, await makers[name]({decaySteps, random: random.fork(name), pictures}));
  }
  return perContender((name) => made.get(name)!);
}
