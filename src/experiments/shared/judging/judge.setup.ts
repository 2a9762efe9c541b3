/**
 * A judge of pictures as an experiment: a step takes more pictures, and nothing learns. The classifier, which has never seen them, says
 * what each is and describes it by its features.
 */
import type {NamedArrays} from "../../../lib/array.js";
import {unpackBundle} from "../../../lib/bundle.js";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {split} from "../../../lib/datasets/split.js";
import {type ByteImages, firstPictures, pick, toFloats} from "../../../lib/image.js";
import type {FeatureSpace, Sample} from "../../../lib/metrics/metric.js";
import {picked} from "../../../lib/metrics/sample.js";
import {type Classifier, classCount, featureCount} from "../../../lib/models/classifier.js";
import type {Model, Scalars} from "../../../lib/models/model.js";
import {sampleBatches} from "../../../lib/pipeline/batches.js";
import {Random, type RandomState} from "../../../lib/random.js";
import {Remembered} from "../../../lib/remembered.js";
import type {SetupContext} from "../../../lib/training/setup.js";
import {trainedOn} from "../../../lib/training/trained-on.js";
import {pictureProbe} from "../probe.setup.js";
import {classifierIn, fileOf, picturesIn, type RunFiles} from "../run-files.setup.js";
import {type Drawer, type Fault, withFault} from "./faults.js";
import {type judgingParams, stepCount} from "./judging-params.js";
import {surestOfEach} from "./surest.js";

/** Draws for a band. */
const draws = 30;

export interface Spoiled {
  readonly fault: string;
  readonly strength: number;
}

const widths = {size: featureCount, classes: classCount};

/**
 * The pictures that such an experiment judges, and all of its setup but what it shows and measures: `made` are those of now, `spoiled` says what is
 * wrong with them, and `setupWith` is told what the curves say of them after each step.
 */
export function judgedPictures({params, random, files}: SetupContext<typeof judgingParams>) {
  const dataset = picturesIn(files, params.dataset, "test");
  const classifier = classifierIn(files, params.dataset);
  const source = {classifier, dataset, drawn: drawnIn(files)};
  const pictures = new SpoiledPictures(source, params.compared, random.fork("pictures"));
  const count = new JudgedCount(classifier, params.compared);
  let spoiled: Spoiled = params;
  return {
    source,
    spoiled: () => spoiled,
    pictures,
    made: () => pictures.made(spoiled, count.pictures),
    setupWith<Curves extends Scalars>(curvesNow: () => Promise<Curves>) {
      const model = Object.assign(count, {
        async step() {
          count.more();
          return curvesNow();
        },
      });
      return {
        ...trainedOn(model, noBatches(random.fork("batches"))),
        sample(sampling: Spoiled) {
          spoiled = sampling;
        },
        shows: (name: string) => name === "fault" || name === "strength",
        answers: {},
        probe: () => pictureProbe(dataset.images),
        cadence: {measureSteps: 8, checkpointSteps: 4},
        dispose: () => classifier.dispose(),
      };
    },
  };
}

/** Pictures judged so far: the model of such an experiment, which has no weights of its own. */
class JudgedCount implements Omit<Model, "step"> {
  readonly networks: Model["networks"];
  #steps = 0;

  /** `most` pictures are judged at most. */
  constructor(
    classifier: Classifier,
    private readonly most: number,
  ) {
    this.networks = {classifier: classifier.network};
  }

  get pictures(): number {
    return Math.min(this.most, (this.#steps + 1) * stepCount);
  }

  more(): void {
    this.#steps += 1;
  }

  set(name: string): void {
    throw new RangeError(`unknown live param: ${name} (there is none)`);
  }

  async state(): Promise<NamedArrays> {
    return {steps: {data: Uint32Array.of(this.#steps), shape: [1]}};
  }

  restore({steps}: NamedArrays): void {
    const count = steps?.data[0];
    if (count === undefined || !Number.isInteger(count) || count < 0)
      throw new RangeError(`invalid steps: ${count} (a whole number from 0)`);
    this.#steps = count;
  }

  dispose(): void {}
}

/** A step needs no batch, yet every run has a source of them, so that its place can be kept. */
function noBatches(random: Random) {
  return sampleBatches(() => new Float32Array(1), [1], random);
}

type Drawn = Readonly<Record<Drawer, ByteImages>>;

export interface JudgedSource {
  readonly classifier: Classifier;
  readonly dataset: ImageDataset;
  readonly drawn: Drawn;
}

/** The pictures of `data/drawn-digits.bin.gz`, [500, 28, 28, 1] of each. */
function drawnIn(files: RunFiles): Drawn {
  const {gan, vae} = unpackBundle(fileOf(files, "drawn-digits")).arrays;
  return {gan: gan as ByteImages, vae: vae as ByteImages};
}

/** Real pictures in three parts, seen once by the classifier, and what is made of the third. */
class SpoiledPictures {
  readonly #classifier: Classifier;
  readonly #own: ImageDataset;
  readonly #compared: ByteImages;
  readonly #held: ByteImages;
  readonly #drawn: Drawn;
  readonly #most: number;
  readonly #chance: RandomState;
  readonly #real = new Remembered<Sample>();
  readonly #others = new Remembered<Sample>();
  readonly #made = new Remembered<Sample>();
  readonly #clearest = new Remembered<readonly number[]>();

  constructor({classifier, dataset, drawn}: JudgedSource, count: number, random: Random) {
    const {train: rest, test: compared} = split(dataset, count, random.fork("real"));
    const {train: own, test: held} = split(rest, count, random.fork("held"));
    this.#classifier = classifier;
    this.#own = shuffled(own, random.fork("own"));
    this.#compared = compared.images;
    this.#held = held.images;
    this.#drawn = drawn;
    this.#most = count;
    this.#chance = random.fork("faults").state();
  }

  real(): Promise<Sample> {
    return this.#real.of("real", () => this.#seen(this.#compared));
  }

  /** The first `count` with a fault. All that there may be are looked at, once for each fault. */
  async made({fault, strength}: Spoiled, count: number): Promise<Sample> {
    const all = await this.#made.of(`${fault} ${strength}`, async () =>
      this.#seen(await this.#spoiled({fault, strength})),
    );
    return picked(
      all,
      Array.from({length: count}, (_, i) => i),
      widths,
    );
  }

  /** The space that they are judged in; its chance is the same each time. */
  async space(): Promise<FeatureSpace> {
    const held = await this.#others.of("held", () => this.#seen(this.#held));
    return {...widths, held, random: Random.from(this.#chance), draws};
  }

  async #spoiled({fault, strength}: Spoiled): Promise<ByteImages> {
    const clearest = fault === "repeats" ? await this.#clearestOnes() : [];
    const parts = {own: this.#own, compared: this.#compared, clearest, drawn: this.#drawn};
    return withFault({...parts, chance: this.#chance}, fault as Fault, strength, this.#most);
  }

  #clearestOnes(): Promise<readonly number[]> {
    return this.#clearest.of("own", async () => {
      const {probabilities} = await this.#seen(firstPictures(this.#own.images, this.#most));
      return surestOfEach(probabilities, classCount);
    });
  }

  async #seen(pictures: ByteImages): Promise<Sample> {
    const {features, probabilities} = await this.#classifier.classify(toFloats(pictures));
    return {pictures, features, probabilities};
  }
}

/** A set is packed in blocks of one picture a class, which no generator would make: as many of each in every part. */
export function shuffled(dataset: ImageDataset, random: Random): ImageDataset {
  const order = random.permutation(dataset.labels.length);
  return {
    ...dataset,
    images: pick(dataset.images, order),
    labels: Uint8Array.from(order, (i) => dataset.labels[i]!),
  };
}
