/** Names of makers of pictures: those of the course, and a reader's own runs, which a name tells apart without telling whose they are. */
import type {Params} from "../params.js";
import {realId} from "./judged-pictures.js";

/** What the pictures of each experiment are drawn by. */
const kinds: Readonly<Record<string, string>> = {
  [realId]: "real",
  "gan-digits": "GAN",
  "conditional-gan": "GAN, told the class",
  "vae-digits": "VAE",
  "picture-tokens": "tokens",
  "diffusion-digits": "diffusion",
  "latent-diffusion": "latent diffusion",
  "inside-attention": "transformer",
  autoencoder: "autoencoder",
  "fewer-steps": "diffusion in few steps",
  "structure-and-chance": "diffusion, dials turned",
  "data-lab": "diffusion, other data",
  "own-class": "diffusion, adapted",
  memorisation: "diffusion, few pictures",
  "fool-the-metric": "climbed pictures",
  "paint-agent": "painter",
  "product-designer": "designer",
  "vae-faces": "VAE of faces",
  prompt: "words to emoji",
};

/** Experiments whose own runs people judge. */
export const judgedExperiments: readonly string[] = [
  ...["gan-digits", "conditional-gan", "vae-digits", "picture-tokens"],
  ...["diffusion-digits", "latent-diffusion", "inside-attention"],
];

export interface OwnRun {
  readonly experiment: string;
  readonly step: number;
  readonly params: Params;
}

/** "gan-digits.12345.1600.k3f9a2": experiment, seed, step, and a digest of all params. */
export function ownMakerId({experiment, step, params}: OwnRun): string {
  return [experiment, Number(params.seed), step, digest(JSON.stringify(params))].join(".");
}

/** "GAN" for one of the course's, "own GAN, seed 12345, step 1600" for a reader's. */
export function makerTitle(id: string): string {
  const [experiment = "", seed, step] = id.split(".");
  const kind = Object.hasOwn(kinds, experiment) ? kinds[experiment]! : experiment;
  return seed === undefined ? kind : `own ${kind}, seed ${seed}, step ${step}`;
}

/** FNV-1a, in letters and digits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `k${(hash >>> 0).toString(36)}`;
}
