/** Sorts pictures as `sorting-without-labels` does: an autoencoder's places of them, and k-means on these or on their pixels. */
import {type ByteImages, halved, type Images, imageSize, toFloats} from "../../lib/image.js";
import type {Autoencoder} from "../../lib/models/autoencoder.js";
import {codeSize, encode} from "../../lib/models/autoencoder-networks.js";
import {clusterMeans, type PictureClusters} from "../../lib/models/cluster-means.js";
import {kMeans} from "../../lib/models/k-means.js";
import {Random, type RandomState} from "../../lib/random.js";
import {Remembered} from "../../lib/remembered.js";

/** The features that are compared, and the number of clusters. Both may change mid-run. */
export interface Sorting {
  readonly features: "codes" | "pixels";
  readonly clusters: number;
}

export class PictureSorter {
  sorting: Sorting;
  readonly images: Images;
  readonly #bytes: ByteImages;
  readonly #pixels: Images;
  readonly #autoencoder: Autoencoder;
  readonly #chance: RandomState;
  readonly #codes = new Remembered<Float32Array>();
  readonly #clusters = new Remembered<PictureClusters>();

  /** `random` is for the beginnings of k-means, which are the same whenever and however often it sorts. */
  constructor(autoencoder: Autoencoder, bytes: ByteImages, sorting: Sorting, random: Random) {
    this.#autoencoder = autoencoder;
    this.#bytes = bytes;
    this.images = toFloats(bytes);
    this.#pixels = halved(this.images);
    this.sorting = sorting;
    this.#chance = random.state();
  }

  /** Places of the pictures, [n, 2]. */
  codes(): Promise<Float32Array> {
    const {networks, version} = this.#autoencoder;
    return this.#codes.of(`${version}`, () => encode(networks.encoder, this.images));
  }

  clusters(): Promise<PictureClusters> {
    const {features, clusters} = this.sorting;
    const version = features === "codes" ? this.#autoencoder.version : "any";
    return this.#clusters.of(`${features} ${clusters} ${version}`, async () => {
      const {points, d} = await this.#points(features);
      const {assignments} = kMeans(points, d, {clusters}, Random.from(this.#chance));
      return clusterMeans(this.#bytes, assignments, clusters);
    });
  }

  async #points(features: Sorting["features"]) {
    return features === "codes"
      ? {points: await this.codes(), d: codeSize}
      : {points: this.#pixels.data, d: imageSize(this.#pixels.shape)};
  }
}
