/**
 * What an attribute's vector really changes, measured: many test faces are moved along it, decoded before and after, and the classifier
 * says of each attribute whether its answer is another one than before. Beside it, the same for a random direction as long as the
 * vector, another one for each face.
 */
import type {AttributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {toBytes, toFloats} from "../../lib/image.js";
import {accuracy} from "../../lib/metrics/accuracy.js";
import {columnOf} from "../../lib/metrics/attribute-agreement.js";
import type {AttributeClassifier} from "../../lib/models/attribute-classifier.js";
import {decodeCodes} from "../../lib/models/vae-pictures.js";
import {Random, type RandomState} from "../../lib/random.js";
import type {Changes} from "./experiment.js";
import type {FaceCodes} from "./face-codes.setup.js";
import {addedOption, type FaceView, optionIndex} from "./face-view.js";

/** Faces that a measurement moves. */
const movedFaces = 120;

export class AttributeChanges {
  readonly #codes: FaceCodes;
  readonly #test: AttributeDataset;
  readonly #classifier: AttributeClassifier;
  readonly #chance: RandomState;

  /** `random` draws the directions, the same ones each time. */
  constructor(
    codes: FaceCodes,
    test: AttributeDataset,
    classifier: AttributeClassifier,
    random: Random,
  ) {
    this.#codes = codes;
    this.#test = test;
    this.#classifier = classifier;
    this.#chance = random.state();
  }

  /**
   * Adds `strength` of the option to faces that have not got it, or takes it from faces that have. Share of faces whose attribute
   * changed, with its 95 % interval: `changed` [attributes, 3] (share, low, high); by a random direction: `chance`, the same; and of those
   * that have the option afterwards, or have it no more: `reached` [3]. `faces` [1] is how many there were, `asked` [3] what was added:
   * the attribute and the option by their places, and the strength.
   */
  async measure({add, strength}: FaceView): Promise<Changes> {
    const {attribute, option} = addedOption(add);
    const {column, label} = optionIndex(attribute, option);
    const width = this.#test.attributes.length;
    const chosen = this.#facesTo(strength >= 0 ? "get" : "lose", column, label);
    const codes = await this.#codesOf(chosen);
    const vector = await this.#codes.vectorOf(attribute, option);
    const before = await this.#answers(codes);
    const after = await this.#answers(shifted(codes, vector, strength));
    const random = await this.#answers(this.#wandered(codes, vector, strength));
    const has = columnOf(after, column, width).map((answer) => answer === label);
    const wanted = has.map((each) => each === strength >= 0);
    return {
      changed: {data: changes(before, after, width), shape: [width, 3]},
      chance: {data: changes(before, random, width), shape: [width, 3]},
      reached: {data: Float32Array.from(interval(wanted)), shape: [3]},
      faces: {data: Uint32Array.of(chosen.length), shape: [1]},
      asked: {data: Float32Array.of(column, label, strength), shape: [3]},
    };
  }

  #facesTo(what: "get" | "lose", column: number, label: number): number[] {
    const width = this.#test.attributes.length;
    const has = columnOf(this.#test.labels, column, width).map((each) => each === label);
    return [...has.keys()].filter((i) => has[i] === (what === "lose")).slice(0, movedFaces);
  }

  async #codesOf(chosen: readonly number[]): Promise<Float32Array> {
    const {latentSize} = this.#codes.vae;
    const {means} = await this.#codes.ofTest();
    const codes = new Float32Array(chosen.length * latentSize);
    chosen.forEach((index, i) => {
      codes.set(means.subarray(index * latentSize, (index + 1) * latentSize), i * latentSize);
    });
    return codes;
  }

  async #answers(codes: Float32Array): Promise<Uint8Array> {
    const pictures = toFloats(toBytes(await decodeCodes(this.#codes.vae, codes)));
    return (await this.#classifier.classify(pictures)).choices;
  }

  /** Each code, gone as far as along the vector, in a direction of its own. */
  #wandered(codes: Float32Array, vector: Float32Array, strength: number): Float32Array {
    const random = Random.from(this.#chance);
    const size = vector.length;
    const distance = Math.abs(strength) * length(vector);
    const moved = codes.slice();
    for (let first = 0; first < codes.length; first += size) {
      const direction = random.normals(size);
      const scale = distance / length(direction);
      for (let j = 0; j < size; j++) moved[first + j]! += scale * direction[j]!;
    }
    return moved;
  }
}

function shifted(codes: Float32Array, vector: Float32Array, strength: number): Float32Array {
  return codes.map((value, i) => value + strength * vector[i % vector.length]!);
}

function length(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

/** [width, 3]: of each attribute, the share of answers that differ, and its interval. */
function changes(before: Uint8Array, after: Uint8Array, width: number): Float32Array {
  return Float32Array.from(
    Array.from({length: width}, (_, a) => {
      const [old, now] = [columnOf(before, a, width), columnOf(after, a, width)];
      return interval(old.map((answer, i) => answer !== now[i]));
    }).flat(),
  );
}

function interval(hits: readonly boolean[]): readonly [share: number, low: number, high: number] {
  const {share, low, high} = accuracy(
    hits.map(Number),
    hits.map(() => 1),
  );
  return [share, low, high];
}
