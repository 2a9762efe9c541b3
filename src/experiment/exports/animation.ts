import {AnimationStage} from "./animation-stage.js";
import {colourTable} from "./colour-table.js";
import {download} from "./download.js";
import {type GifFrame, writeGif} from "./gif.js";
import {inSlices} from "./slices.js";

export interface AnimationFrame {
  /** Read at once: the same canvas may be drawn on again for the next frame. All have one size. */
  readonly picture: HTMLCanvasElement;
  /** A few words below it, such as "step 40". */
  readonly label: string;
  /** How long it is shown, default 120 ms. */
  readonly ms?: number;
}

export interface AnimationOptions {
  /** A few words below every frame: what it is of. */
  readonly title: string;
  /** How it was made; kept in the file as its comment. */
  readonly recipe: string;
  /** Colour behind a picture that is transparent, default black. */
  readonly background?: string;
  /** The share of the work that is done, from 0 to 1. */
  readonly onprogress?: (share: number) => void;
}

/** Below 20 ms, browsers slow a GIF down to 100. */
const leastMs = 20;
export const usualMs = 120;
/** The last frame stays, to be looked at. */
const lastMs = 2500;

/** The frames as an animated GIF that begins again. The page answers while it is written. Throws when there are fewer than two. */
export async function animation(
  frames: Iterable<AnimationFrame> | AsyncIterable<AnimationFrame>,
  options: AnimationOptions,
): Promise<Uint8Array> {
  const {onprogress = () => {}} = options;
  const {stage, pictures, times} = await photographed(frames, options);
  if (!stage || pictures.length < 2)
    throw new RangeError(`too few pictures for a film: ${pictures.length} (2 or more)`);
  const colours = await inSlices(colourTable(pictures), (share) => onprogress(share / 4));
  const numbered = await inSlices(numbers(pictures, colours.numberOf), (share) =>
    onprogress((1 + share) / 4),
  );
  const shown: GifFrame[] = numbered.map((numbers, i) => ({
    colours: numbers,
    ms: i < numbered.length - 1 ? Math.max(leastMs, times[i]!) : lastMs,
  }));
  const {width, height} = stage;
  const gif = {width, height, table: colours.table, frames: shown, comment: options.recipe};
  return inSlices(writeGif(gif), (share) => onprogress((1 + share) / 2));
}

/** Makes the film and offers it as a file. Resolves with what to tell the reader. */
export async function saveAnimation(
  name: string,
  frames: Parameters<typeof animation>[0],
  options: AnimationOptions,
): Promise<string> {
  const gif = await animation(frames, options);
  download(name, gif, "image/gif");
  return `${name} is saved.`;
}

async function photographed(
  frames: Parameters<typeof animation>[0],
  {title, background = "#000"}: AnimationOptions,
) {
  let stage: AnimationStage | undefined;
  const pictures: Uint32Array[] = [];
  const times: number[] = [];
  for await (const {picture, label, ms = usualMs} of frames) {
    stage ??= new AnimationStage(picture, background);
    pictures.push(stage.show(picture, label, title));
    times.push(ms);
  }
  return {stage, pictures, times};
}

const pixelsPerSlice = 8192;

/** Each picture's pixels as numbers of the colour table. */
function* numbers(
  pictures: readonly Uint32Array[],
  numberOf: (pixel: number) => number,
): Generator<number, readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const [i, picture] of pictures.entries()) {
    const found = new Uint8Array(picture.length);
    for (let p = 0; p < picture.length; p++) {
      found[p] = p > 0 && picture[p] === picture[p - 1] ? found[p - 1]! : numberOf(picture[p]!);
      if (p % pixelsPerSlice === 0) yield (i + p / picture.length) / pictures.length;
    }
    all.push(found);
  }
  return all;
}
