/** The same noise on several ways to pictures, step by step, and beside each picture the nearest of those that are learned from. */
import {type ByteImages, imageSize, toBytes} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";

/** A picture on its way, and as it is expected from there. */
export interface WayStep {
  readonly x: Float32Array;
  readonly clean: Float32Array;
}

/** The way of one picture from its noise to the end. */
export type Way = (noise: Float32Array) => AsyncIterator<WayStep>;

/** The pictures of one lane at one time. */
export interface LaneFrame {
  /** What the ways are at, unrounded, one after the other. */
  readonly x: readonly Float32Array[];
  readonly noisy: ByteImages;
  readonly guess: ByteImages;
  /** The training picture nearest to each guess, and its distance, black to white being 1. */
  readonly nearest: readonly number[];
  readonly distances: readonly number[];
}

export interface RunOptions {
  readonly training: ByteImages;
  /** One for each lane. */
  readonly ways: readonly Way[];
  /** One for each picture, the same in every lane. */
  readonly noise: readonly Float32Array[];
  /** Called between two guesses, so that the page can answer. */
  readonly breathe?: () => Promise<void>;
}

/** The frames of all lanes at each time. */
export async function* denoisingRun({
  training,
  ways,
  noise,
  breathe = async () => {},
}: RunOptions): AsyncGenerator<readonly LaneFrame[], void, undefined> {
  const lanes = ways.map((way) => noise.map(way));
  for (;;) {
    const frames: LaneFrame[] = [];
    for (const lane of lanes) {
      const steps = await nextOf(lane, breathe);
      if (!steps) return;
      frames.push(frameOf(steps, training));
    }
    yield frames;
  }
}

/** One step more of each picture; undefined at the end. */
async function nextOf(
  lane: readonly AsyncIterator<WayStep>[],
  breathe: () => Promise<void>,
): Promise<readonly WayStep[] | undefined> {
  const steps: WayStep[] = [];
  for (const picture of lane) {
    const {done, value} = await picture.next();
    if (done) return undefined;
    steps.push(value);
    await breathe();
  }
  return steps;
}

function frameOf(steps: readonly WayStep[], training: ByteImages): LaneFrame {
  const guess = bytesOf(
    steps.map(({clean}) => clean),
    training,
  );
  const size = imageSize(training.shape);
  const found = steps.map((_, i) =>
    nearestPicture(guess.data.subarray(i * size, (i + 1) * size), training),
  );
  return {
    x: steps.map(({x}) => x),
    noisy: bytesOf(
      steps.map(({x}) => x),
      training,
    ),
    guess,
    nearest: found.map(({index}) => index),
    distances: found.map(({distance}) => distance),
  };
}

function bytesOf(pictures: readonly Float32Array[], {shape: [, h, w, c]}: ByteImages): ByteImages {
  const data = new Float32Array(pictures.length * h * w * c);
  for (const [i, picture] of pictures.entries()) data.set(picture, i * picture.length);
  return toBytes({data, shape: [pictures.length, h, w, c]});
}
