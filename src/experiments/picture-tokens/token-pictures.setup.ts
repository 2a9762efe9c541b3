/** What a picture of the run `picture-tokens` shows: pictures being written, the codebook, real ones redrawn, and one that is mended. */
import {firstPictures, type Images, pick, toBytes} from "../../lib/image.js";
import type {PictureTokens} from "../../lib/models/picture-tokens.js";
import {drawTokens} from "../../lib/models/token-coder.js";
import {placeCount} from "../../lib/models/token-grid.js";
import {
  type Draft,
  emptyDraft,
  type Written,
  writeMissing,
  writeNext,
} from "../../lib/models/write-tokens.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {entryPatches, sharesOf} from "./entry-patches.js";
import {placesIn} from "./erased-places.js";
import {mendedCount, type pictureTokens, sheetCount} from "./experiment.js";

export type Writing = SamplingParams<typeof pictureTokens.params>;

/** A model, and pictures that it never learned from: equally many of each digit, in the order of the digits. */
export interface Tested {
  readonly model: PictureTokens;
  readonly images: Images;
  readonly labels: Uint8Array;
  /** Their tokens by the weights as they are. */
  tokens(): Promise<Uint8Array>;
}

/** Real pictures that are redrawn. */
const shownCount = 10;

/** The arrays are given away, so they are made anew each time. */
export function tokenPictures({model, images, labels, tokens: testTokens}: Tested) {
  return async (writing: Writing): Promise<ExchangeOf<typeof pictureTokens>["snapshot"]> => {
    const sheet = await write(model, sheetDraft(writing), writing);
    const drawn = await drawTokens(model, sheet.tokens);
    const tokens = await testTokens();
    const drawings = await drawTokens(model, tokens);
    const [entries] = model.codebook.entries.shape;
    const originalTokens = tokens.slice(0, shownCount * placeCount);
    const shown = Array.from({length: shownCount}, (_, i) => i);
    const index = labels.indexOf(writing.subject);
    return {
      samples: toBytes(drawn),
      tokens: {data: sheet.tokens, shape: [sheetCount, placeCount]},
      turns: {data: sheet.turns, shape: [sheetCount, placeCount]},
      patches: toBytes(entryPatches(drawings, tokens, entries)),
      shares: {data: sharesOf(tokens, entries), shape: [entries]},
      originals: toBytes(firstPictures(images, shownCount)),
      originalTokens: {data: originalTokens, shape: [shownCount, placeCount]},
      redrawn: toBytes(pick(drawings, shown)),
      subject: toBytes(pick(images, [index])),
      ...(await mended(model, tokens.slice(index * placeCount, (index + 1) * placeCount), writing)),
    };
  };
}

/** Writes as `order` says. */
export function write(
  {networks}: PictureTokens,
  draft: Draft,
  writing: Pick<Writing, "order" | "temperature" | "rounds">,
): Promise<Written> {
  return writing.order === "next"
    ? writeNext(networks.next, draft, writing)
    : writeMissing(networks.missing, draft, writing);
}

/** One stream of chance for each of `count` pictures by `hand`: the same for the same ones. */
export function chancesOf(hand: number, count: number): Random[] {
  const random = new Random(hand);
  return Array.from({length: count}, (_, i) => random.fork(`picture ${i}`));
}

function sheetDraft({digit, hand}: Writing): Draft {
  const labels = Array.from({length: sheetCount}, (_, i) =>
    digit === "all" ? i % 10 : Number(digit),
  );
  return emptyDraft(labels, chancesOf(hand, sheetCount));
}

/** `tokens` [49] of a picture of the digit `subject`, without those that are erased, filled in several times. */
async function mended(model: PictureTokens, tokens: Uint8Array, writing: Writing) {
  const erased = new Uint8Array(placeCount);
  for (const place of placesIn(writing.erased)) erased[place] = 1;
  const repeated = (values: Uint8Array) =>
    Uint8Array.from({length: mendedCount * placeCount}, (_, i) => values[i % placeCount]!);
  const draft = {
    labels: new Uint8Array(mendedCount).fill(writing.subject),
    tokens: repeated(tokens),
    known: repeated(erased.map((isErased) => 1 - isErased)),
    chances: chancesOf(writing.hand, mendedCount),
  };
  const filled = await write(model, draft, writing);
  return {
    subjectTokens: {data: tokens, shape: [placeCount]},
    erased: {data: erased, shape: [placeCount]},
    mended: toBytes(await drawTokens(model, filled.tokens)),
  };
}
