/** Pictures of the reader's own runs that this browser keeps. What lies there is not believed: whatever does not fit is left out. */
import {fieldsOf, wholeNumber} from "../lib/field-checks.js";
import {type ByteImages, halved, imageSize, pick, toBytes, toFloats} from "../lib/image.js";
import type {Params} from "../lib/params.js";
import {judgedExperiments, ownMakerId} from "../lib/questions/maker-name.js";
import {isSubject, type Subject, subjects} from "../lib/questions/subjects.js";
import {Random} from "../lib/random.js";

/** A run's pictures under the name that judgements call it by. */
export interface OwnPictures {
  readonly id: string;
  readonly subject: Subject;
  readonly images: ByteImages;
}

/** Where an experiment's pictures are found in a snapshot. */
interface Source {
  /** What they are of, or that its data set says so. */
  readonly of: Subject | "dataset";
  readonly array: string;
  /** The first of them that counts; default 0. */
  readonly from?: number;
  /** Whether neighbours are alike, so that some from everywhere are taken. */
  readonly isPlane?: true;
}

const sources: Readonly<Record<string, Source>> = {
  "gan-digits": {of: "dataset", array: "samples"},
  "conditional-gan": {of: "dataset", array: "samples"},
  "vae-digits": {of: "dataset", array: "plane", isPlane: true},
  autoencoder: {of: "dataset", array: "plane", isPlane: true},
  "picture-tokens": {of: "digits", array: "samples"},
  "diffusion-digits": {of: "digits", array: "samples"},
  "latent-diffusion": {of: "digits", array: "samples"},
  "inside-attention": {of: "digits", array: "samples"},
  "structure-and-chance": {of: "digits", array: "samples", from: 6}, // before them those that are told no digit
  "fewer-steps": {of: "digits", array: "after", from: 15}, // in 5, 10 and 20 steps; before them those of fewer
  "data-lab": {of: "digits", array: "changedMade"},
  "own-class": {of: "digits", array: "digits"},
  memorisation: {of: "digits", array: "made"},
  "fool-the-metric": {of: "digits", array: "samples"},
  "paint-agent": {of: "digits", array: "samples"},
  "product-designer": {of: "clothes", array: "samples"},
  "vae-faces": {of: "faces", array: "family"},
  prompt: {of: "emoji", array: "samples"},
};

/** Experiments of whose runs there are pictures to be judged. */
export const picturedExperiments: readonly string[] = Object.keys(sources);

/** Fewer would come too often to be judged blind. */
const fewest = 10;
const most = 60;

/** The pictures of a kept run, at the size of their subject; nothing for a run before its first step, of other pictures, or damaged. */
export function ownPictures(kept: unknown): OwnPictures | undefined {
  try {
    return readPictures(kept);
  } catch {
    return undefined;
  }
}

/** Whether people may be asked about them: digits, and enough of them. */
export function isForPeople({id, subject, images}: OwnPictures): boolean {
  const [experiment = ""] = id.split(".");
  return (
    subject === "digits" && judgedExperiments.includes(experiment) && images.shape[0] >= fewest
  );
}

function readPictures(kept: unknown): OwnPictures | undefined {
  const {experiment, run} = fieldsOf("kept", kept);
  if (typeof experiment !== "string" || !Object.hasOwn(sources, experiment)) return undefined;
  const {of, array, from = 0, isPlane = false} = sources[experiment]!;
  const {params, snapshot} = fieldsOf("run", run);
  const {step, arrays} = fieldsOf("snapshot", snapshot);
  const settings = fieldsOf("params", params) as Params;
  const subject = of === "dataset" ? (settings.dataset ?? "digits") : of;
  if (!isSubject(subject)) return undefined;
  const images = atSize(fieldsOf("arrays", arrays)[array], subject);
  if (!images || images.shape[0] <= from) return undefined;
  const at = wholeNumber("step", step, 1, 1_000_000);
  const id = ownMakerId({experiment, step: at, params: settings});
  return {id, subject, images: someOf(images, from, isPlane)};
}

/** The first of a sheet from `from` on; of a plane some from everywhere, the same ones each time. */
function someOf(images: ByteImages, from: number, isPlane: boolean): ByteImages {
  const all = images.shape[0];
  const count = Math.min(most, all - from);
  if (isPlane) return pick(images, new Random(1).permutation(all).subarray(0, count));
  return pick(
    images,
    Array.from({length: count}, (_, i) => from + i),
  );
}

/** Pictures of the subject's side and channels, or of twice that side, halved. */
function atSize(array: unknown, subject: Subject): ByteImages | undefined {
  const {side, channels} = subjects[subject];
  const {data, shape} = fieldsOf("pictures", array);
  if (!(data instanceof Uint8Array) || !Array.isArray(shape)) return undefined;
  const [n, h, w, c] = shape as number[];
  const images: ByteImages = {data, shape: [n!, h!, w!, c!]};
  const isWhole = c === channels && h === w && n! * imageSize(images.shape) === data.length;
  if (!isWhole || (h !== side && h !== 2 * side)) return undefined;
  return h === side ? images : toBytes(halved(toFloats(images)));
}
