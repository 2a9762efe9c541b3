/**
 * What `autoencoder` and `vae-digits` show and answer: a plane of codes with a picture decoded at each of its places, laid out so that
 * every picture stands for the same share of N(0, 1) x N(0, 1), and where held-out pictures lie on it.
 */
import type {NamedArrays} from "../../../lib/array.js";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {upright} from "../../../lib/datasets/upright.js";
import {firstPictures, type Images, imageSize, toBytes, toFloats} from "../../../lib/image.js";
import {planeHoles, planeHolesFloor} from "../../../lib/metrics/plane-holes.js";
import {Remembered} from "../../../lib/remembered.js";
import type {Whole} from "../../../lib/training/exchange.js";
import type {Setup} from "../../../lib/training/setup.js";
import {floatsOf, nearestAnswer} from "../picture-answers.setup.js";
import {type Axes, axesOf, codesAt, columnsOf, planePlaces} from "./plane-axes.setup.js";
import type {PlaneAnswers, PlaneSnapshot} from "./plane-exchange.js";
import {planeSide, shownCount} from "./plane-params.js";

/** Codes of n pictures, and the standard deviations of their clouds, both [n, latentSize] flat; 0 for a place. */
export interface Clouds {
  readonly means: Float32Array;
  readonly spreads: Float32Array;
}

/** A model that codes pictures: as places, or as clouds around them. */
export interface Coder {
  readonly latentSize: number;
  /** Another number whenever the weights have changed. */
  readonly version: number;
  encode(images: Images): Promise<Clouds>;
  /** [n, latentSize] flat -> [n, h, w, c] in [-1, 1]. */
  decode(codes: Float32Array): Promise<Images>;
}

/** Pictures drawn beside their originals in a picture of the run: of the first ones, one of each class. */
const pairCount = 10;

export class LatentPlane {
  readonly #coder: Coder;
  readonly #heldOut: ImageDataset;
  readonly #images: Images;
  readonly #train: ImageDataset;
  readonly #straighten: boolean;
  readonly #codes = new Remembered<Clouds>();

  constructor(
    coder: Coder,
    {train, test}: {train: ImageDataset; test: ImageDataset},
    straighten: boolean,
  ) {
    this.#coder = coder;
    this.#train = train;
    this.#heldOut = test;
    this.#images = toFloats(test.images);
    this.#straighten = straighten;
  }

  /** Answers of the experiments about the plane. */
  get answers(): Setup<Whole<{answers: PlaneAnswers}>>["answers"] {
    return {at: (inputs) => this.at(inputs), code: (inputs) => this.code(inputs)};
  }

  /** The held-out pictures. */
  get images(): Images {
    return this.#images;
  }

  /** Their codes, computed again only when the weights have changed. */
  codes(): Promise<Clouds> {
    return this.#codes.of(this.#coder.version, () => this.#coder.encode(this.#images));
  }

  /**
   * The plane, [225, 28, 28, 1], rows from the highest second number to the lowest; `axes` [2], which latent numbers it spans;
   * `codes` and `spreads` [500, 2] of held-out pictures on these, with `labels` [500]; ten `pictures` and their `drawings`. Of each as many
   * as there are, if these are fewer.
   */
  async snapshot(): Promise<PlaneSnapshot> {
    const {means, spreads} = await this.codes();
    const axes = await this.axes();
    const {latentSize} = this.#coder;
    const there = this.#heldOut.labels.length;
    const [shown, pairs] = [Math.min(shownCount, there), Math.min(pairCount, there)];
    const own = means.subarray(0, pairs * latentSize);
    const shape = [shown, 2];
    return {
      plane: toBytes(await this.#coder.decode(codesAt(planePlaces(), axes, latentSize))),
      axes: {data: Uint8Array.from(axes), shape: [2]},
      codes: {data: columnsOf(means, latentSize, axes, shown), shape},
      spreads: {data: columnsOf(spreads, latentSize, axes, shown), shape},
      labels: {data: this.#heldOut.labels.slice(0, shown), shape: [shown]},
      pictures: firstPictures(this.#heldOut.images, pairs),
      drawings: toBytes(await this.#coder.decode(own)),
    };
  }

  /** `place` [2] on the plane -> the `picture` [1, 28, 28, 1] there and the training picture nearest to it. */
  async at(inputs: NamedArrays): Promise<PlaneAnswers["at"]["tells"]> {
    const codes = codesAt(placeOf(inputs), await this.axes(), this.#coder.latentSize);
    const picture = toBytes(await this.#coder.decode(codes));
    const {image, distance, label} = await nearestAnswer(this.#train, {image: picture});
    return {picture, nearest: image, distance, label};
  }

  /** `picture` [1, 28, 28, 1] in [-1, 1] -> its `code` and `spread` [2] on the plane, it `seen` as the encoder gets it, `drawn`. */
  async code(inputs: NamedArrays): Promise<PlaneAnswers["code"]["tells"]> {
    const seen = this.#asLearned(pictureOf(inputs));
    const {means, spreads} = await this.#coder.encode(seen);
    const axes = await this.axes();
    const {latentSize} = this.#coder;
    return {
      code: {data: columnsOf(means, latentSize, axes, 1), shape: [2]},
      spread: {data: columnsOf(spreads, latentSize, axes, 1), shape: [2]},
      seen: toBytes(seen),
      drawn: toBytes(await this.#coder.decode(means)),
    };
  }

  /** The two latent numbers that the plane spans. */
  async axes(): Promise<Axes> {
    const {means} = await this.codes();
    return axesOf(means, this.#coder.latentSize);
  }

  /** `gaps`, the places of the plane to which hardly any held-out picture is coded, and how many chance leaves. */
  async gaps() {
    const {means, spreads} = await this.codes();
    const axes = await this.axes();
    const {latentSize} = this.#coder;
    const count = means.length / latentSize;
    const both = [means, spreads].map((values) => columnsOf(values, latentSize, axes, count));
    const {holes} = planeHoles(both[0]!, both[1]!, planeSide);
    return {scalars: {gaps: holes}, floors: {gaps: planeHolesFloor(count, planeSide)}};
  }

  /** A drawn picture, treated as those that the model learns from. */
  #asLearned(images: Images): Images {
    return this.#straighten ? toFloats(upright(toBytes(images))) : images;
  }
}

function placeOf(inputs: NamedArrays): Float32Array {
  const place = floatsOf(inputs, "place");
  if (place.length !== 2) throw new RangeError(`invalid place: ${place.length} numbers (2)`);
  return place;
}

function pictureOf(inputs: NamedArrays): Images {
  const data = floatsOf(inputs, "picture");
  const [, h = 0, w = 0, c = 0] = inputs.picture!.shape;
  const shape = [1, h, w, c] as const;
  if (data.length !== imageSize(shape) || data.length === 0)
    throw new RangeError(
      `invalid picture: ${data.length} values, shape [${inputs.picture!.shape}]`,
    );
  return {data, shape};
}
