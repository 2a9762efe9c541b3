/**
 * Batches of pictures with what each is told by: kind, colour and things, of which every part is left out now and then, so that the
 * network can be asked with any of them.
 *
 * Most pictures are shown in other colours than their own, with the colour word that is measured afterwards; otherwise nothing would
 * tell the network that a colour goes with any shape. No pair of kind and colour that is held out is ever shown.
 */
import type {NdArray} from "../../lib/array.js";
import type {BatchSource, Samples} from "../../lib/pipeline/batches.js";
import {indexBatches} from "../../lib/pipeline/batches.js";
import {rowOf} from "../../lib/prompts/condition.js";
import {Random} from "../../lib/random.js";
import {grey, recoloured} from "../../lib/recolour.js";
import {towardsColour} from "./colour-looks.js";
import {inBalance} from "./in-balance.js";
import {
  type Captions,
  type Drawn,
  isOfHeldOut,
  type PromptPictures,
  side,
} from "./prompt-pictures.setup.js";

export type PromptSamples = Samples & {readonly condition: NdArray<Float32Array>};

/** How often a picture keeps its own colours, and how often each part is left out. */
const shares = {own: 0.25, kind: 0.1, wider: 0.7, colour: 0.1, things: 0.6, thing: 0.3} as const;
/** Recolourings that are tried for one that is not held out. */
const tries = 12;
/** Every picture once per epoch, those of rare kinds more often. */
export function promptBatches(
  pictures: PromptPictures,
  batchSize: number,
  random: Random,
): BatchSource<PromptSamples> {
  const size = side * side * 3;
  const width = pictures.terms.terms.length;
  const every = Array.from({length: pictures.images.shape[0]}, (_, i) => pictures.drawn(i));
  const shown = inBalance(every.map(({captions}) => captions.kinds[0]!.name));
  const indices = indexBatches(shown.length, batchSize, random);
  const next = () => {
    // The chance of a batch follows from its place, so that the place is all that a checkpoint has to keep.
    const place = indices.state();
    const chance = Random.from(place.random).fork(`prompts ${place.position}`);
    const x = new Float32Array(batchSize * size);
    const condition = new Float32Array(batchSize * width);
    indices.next().forEach((at, i) => {
      const {pixels, captions} = shownAs(pictures, shown[at]!, chance);
      x.set(
        pixels.map((value) => 2 * value - 1),
        i * size,
      );
      condition.set(rowOf(toldOf(captions, chance), width), i * width);
    });
    return {
      x: {data: x, shape: [batchSize, side, side, 3]},
      condition: {data: condition, shape: [batchSize, width]},
    };
  };
  return {...indices, next};
}

/** Picture `index` in its own or in other colours, never as a held-out pair. */
function shownAs(pictures: PromptPictures, index: number, chance: Random): Drawn {
  const own = pictures.drawn(index);
  const isAllowed = !isOfHeldOut(own.captions);
  if (isAllowed && chance.uniform() < shares.own) return own;
  for (let i = 0; i < tries; i++) {
    const other = pictures.withPixels(
      own,
      recoloured(own.pixels, towardsColour(own.pixels, chance)),
    );
    if (!isOfHeldOut(other.captions)) return other;
  }
  return isAllowed ? own : pictures.withPixels(own, recoloured(own.pixels, grey));
}

/** The terms that are told of a picture, often not all of them. */
function toldOf({kinds, colour, things}: Captions, chance: Random) {
  const isTold = (share: number) => chance.uniform() >= share;
  const has = {colour: isTold(shares.colour), things: isTold(shares.things)};
  const [kind, ...wider] = kinds;
  return [
    ...(isTold(shares.kind) ? [kind!] : []),
    ...wider.filter(() => isTold(shares.wider)),
    ...(has.colour && colour ? [colour] : []),
    ...things.filter(() => isTold(shares.thing) && has.things),
  ];
}
