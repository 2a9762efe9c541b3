/** Pictures drawn by the trained models of the course's own experiments. */
import {type ByteImages, toBytes} from "../lib/image.js";
import type {Gan} from "../lib/models/gan.js";
import {generateImages} from "../lib/models/generate.js";
import type {Vae} from "../lib/models/vae.js";
import {decodeCodes} from "../lib/models/vae-pictures.js";
import type {Random} from "../lib/random.js";
import type {Setup} from "../lib/training/setup.js";

/** `count` pictures of a setup of `gan-digits`. */
export async function drawnByGan({model}: Setup, count: number, random: Random) {
  const {generator} = (model as Gan).networks;
  const latents = random.normals(count * generator.inputs[0]!.shape[1]!);
  return toBytes(await generateImages(generator, latents));
}

/** `count` pictures of a setup of `vae-digits`. */
export async function drawnByVae(
  {model}: Setup,
  count: number,
  random: Random,
): Promise<ByteImages> {
  const vae = model as Vae;
  return toBytes(await decodeCodes(vae, random.normals(count * vae.latentSize)));
}
