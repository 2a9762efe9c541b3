/** The codes of fixed faces, made anew when the weights have changed, and what follows from them. */
import {type AttributeDataset, chosenPictures} from "../../lib/datasets/attribute-dataset.js";
import {toFloats} from "../../lib/image.js";
import {attributeVector} from "../../lib/models/attribute-vector.js";
import type {Vae} from "../../lib/models/vae.js";
import {type Codes, encodePictures} from "../../lib/models/vae-pictures.js";
import {Remembered} from "../../lib/remembered.js";
import {optionIndex} from "./face-view.js";

/** Training faces whose codes make the attribute vectors. */
const vectorFaces = 600;

export class FaceCodes {
  readonly vae: Vae;
  readonly #test: AttributeDataset;
  readonly #train: AttributeDataset;
  readonly #ofTest = new Remembered<Codes>();
  readonly #ofTrain = new Remembered<Codes>();

  /** Vectors are made from faces of `train`, and everything else from those of `test`. */
  constructor(vae: Vae, train: AttributeDataset, test: AttributeDataset) {
    this.vae = vae;
    this.#test = test;
    const count = Math.min(vectorFaces, train.images.shape[0]);
    this.#train = chosenPictures(train, [...Array(count).keys()]);
  }

  /** Clouds of the test faces. */
  ofTest(): Promise<Codes> {
    return this.#ofTest.of(this.vae.version, () =>
      encodePictures(this.vae, toFloats(this.#test.images)),
    );
  }

  /** The mean code of test face `index`, [latentSize]. */
  async codeOf(index: number): Promise<Float32Array> {
    const {means} = await this.ofTest();
    const {latentSize} = this.vae;
    return means.slice(index * latentSize, (index + 1) * latentSize);
  }

  /** The direction of an attribute's option, [latentSize]; zeros if no face of these has it, or all have. */
  async vectorOf(attribute: string, option: string): Promise<Float32Array> {
    const {column, label} = optionIndex(attribute, option);
    const {labels, attributes, images} = this.#train;
    const has = Array.from(
      {length: images.shape[0]},
      (_, i) => labels[i * attributes.length + column] === label,
    );
    if (has.every((each) => each === has[0])) return new Float32Array(this.vae.latentSize);
    const {means} = await this.#ofTrain.of(this.vae.version, () =>
      encodePictures(this.vae, toFloats(this.#train.images)),
    );
    return attributeVector(means, has);
  }

  /** KL of each latent number over the test faces, in nats, [latentSize]. */
  async klOf(): Promise<Float32Array> {
    const {means, logVariances} = await this.ofTest();
    const {latentSize} = this.vae;
    const sums = new Float64Array(latentSize);
    means.forEach((m, i) => {
      const l = logVariances[i]!;
      sums[i % latentSize]! += (m * m + Math.exp(l) - l - 1) / 2;
    });
    return Float32Array.from(sums, (sum) => sum / (means.length / latentSize));
  }

  /** The latent numbers, the one that tells most first. */
  async byKl(): Promise<readonly number[]> {
    const kl = await this.klOf();
    return [...kl.keys()].sort((a, b) => kl[b]! - kl[a]!);
  }
}
