/**
 * Pictures of a reader's own as a data set: small and grey as the digits are, each with a label or none. Packed, it is named for its content
 * (own-name.ts), so that a run that names it can learn from nothing else.
 */
import type {ByteImages} from "../../image.js";
import type {ImageDataset} from "../dataset.js";
import {imageDataset, packImages} from "../image-dataset.js";

export const ownSide = 28;
export const ownPixels = ownSide ** 2;
/** Pictures on the table at most, and labels: networks here have ten outputs. */
export const mostOwn = 2000;
export const mostOwnLabels = 10;
/** Pictures of each label that a set needs. */
export const leastOfEach = 5;

export interface OwnPicture {
  /** [28 · 28] bytes, black to white. */
  readonly pixels: Uint8Array;
  /** "" for none. */
  readonly label: string;
  /** Of the file it came from, for the reader. */
  readonly name: string;
}

/** What of a table becomes a set: its labels, the places of its pictures, and how many stay behind because their label has more. */
export interface OwnChoice {
  readonly labels: readonly string[];
  readonly places: readonly number[];
  readonly left: number;
}

/** As many of each label as the rarest has, the first ones, one of each in turn; without any label all of them. */
export function balancedChoice(pictures: readonly OwnPicture[]): OwnChoice {
  const labels = [...new Set(pictures.map(({label}) => label))].filter(Boolean).sort();
  if (labels.length === 0)
    return {labels: ["no label"], places: pictures.map((_, i) => i), left: 0};
  const byLabel = labels.map((label) =>
    pictures.flatMap((picture, i) => (picture.label === label ? [i] : [])),
  );
  const each = Math.min(...byLabel.map(({length}) => length));
  const places = Array.from({length: each}, (_, i) => byLabel.map((row) => row[i]!)).flat();
  return {labels, places, left: pictures.length - places.length};
}

/** What keeps the pictures from becoming a set, and what to try; `undefined` where nothing does. */
export function setRefusal(pictures: readonly OwnPicture[]): string | undefined {
  const {labels, places} = balancedChoice(pictures);
  if (labels.length > mostOwnLabels)
    return `too many labels: ${labels.length} (at most ${mostOwnLabels})`;
  const each = places.length / labels.length;
  const rarest = labels.length === 1 ? "" : ` of the rarest label`;
  if (each < leastOfEach)
    return `too few pictures${rarest}: ${each} (at least ${leastOfEach}). Add some`;
  return undefined;
}

/** The bytes of the set, as `ownDataset` reads them. */
export function packOwn(pictures: readonly OwnPicture[], {labels, places}: OwnChoice): Uint8Array {
  const data = new Uint8Array(places.length * ownPixels);
  for (const [i, place] of places.entries()) data.set(pictures[place]!.pixels, i * ownPixels);
  const indices = places.map((place) => Math.max(0, labels.indexOf(pictures[place]!.label)));
  const images: ByteImages = {data, shape: [places.length, ownSide, ownSide, 1]};
  return packImages({images, labels: Uint8Array.from(indices)});
}

/** The set in `bytes`; its classes have numbers, for their names stay on the page. */
export function ownDataset(name: string, bytes: Uint8Array): ImageDataset {
  const all = Array.from({length: mostOwnLabels}, (_, i) => String(i + 1));
  const {labels, ...set} = imageDataset({name, title: "own pictures", classNames: all}, bytes);
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 1);
  return {...set, labels, classNames: all.slice(0, classes)};
}
