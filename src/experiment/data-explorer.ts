/** The explorer with the sets of the course. Files are fetched when their set is chosen; the points are drawn here. */
import {dataExplorer} from "../figures/collection/data-explorer.js";
import type {ExploredSet, ExploredSplit, Sorting} from "../figures/collection/explored-set.js";
import {
  type AttributeDataset,
  type AttributeSet,
  attributeDataset,
} from "../lib/datasets/attribute-dataset.js";
import {clothes} from "../lib/datasets/clothes.js";
import type {ImageSet} from "../lib/datasets/dataset.js";
import {digits} from "../lib/datasets/digits.js";
import {emoji} from "../lib/datasets/emoji.js";
import {faces} from "../lib/datasets/faces.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import type {ManifestEntry} from "../lib/datasets/manifest.js";
import {closestPairs} from "../lib/metrics/closest-pairs.js";
import {inSlices} from "./in-slices.js";
import {manifestEntry, pictureFile} from "./picture-file.js";
import {pointPictures} from "./point-pictures.js";

const pairCount = 30;

/** By the name of its file; `other` is the part that a set is split from. */
const sets: Readonly<Record<string, {readonly words: string; readonly other?: string}>> = {
  "emoji-24": {words: "emoji"},
  "digits-train": {words: "digits, to learn from", other: "digits-test"},
  "digits-test": {words: "digits, to test on", other: "digits-train"},
  "clothes-train": {words: "clothes, to learn from", other: "clothes-test"},
  "clothes-test": {words: "clothes, to test on", other: "clothes-train"},
  "faces-train": {words: "faces, to learn from", other: "faces-test"},
  "faces-test": {words: "faces, to test on", other: "faces-train"},
  points: {words: "points, drawn here"},
};

export function dataExplorerFigure(): Promise<HTMLElement> {
  return dataExplorer({
    label: "every picture of every set",
    sets: Object.entries(sets).map(([name, {words}]) => [name, words]),
    load: loadSplit,
    search: (first, second, tell) => inSlices(closestPairs(first, pairCount, second), tell),
  });
}

const loaded = new Map<string, Promise<ExploredSet>>();

async function loadSplit(name: string): Promise<ExploredSplit> {
  const {other} = sets[name]!;
  const set = await loadSet(name);
  return {set, ...(other && {other: () => loadSet(other)})};
}

/** Once; but again after it failed. */
function loadSet(name: string): Promise<ExploredSet> {
  const known = loaded.get(name) ?? makeSet(name);
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}

async function makeSet(name: string): Promise<ExploredSet> {
  if (name === "points") return pointPictures();
  const [bytes, entry] = await Promise.all([pictureFile(name), manifestEntry(name)]);
  const about = {title: sets[name]!.words, provenance: provenanceOf(entry)};
  const family = name.split("-")[0]!;
  const imageSet = ([digits, clothes] as ImageSet[]).find((set) => set.name === family);
  if (imageSet) {
    const {images, labels, classNames} = imageDataset(imageSet, bytes);
    return {...about, images, sortings: [{label: "class", options: classNames, labels}]};
  }
  const attributeSet = ([faces, emoji] as AttributeSet[]).find((set) => set.name === family)!;
  const set = attributeDataset(attributeSet, bytes);
  return {...about, images: set.images, sortings: set.attributes.map((_, i) => sortingOf(set, i))};
}

function sortingOf({attributes, labels}: AttributeDataset, index: number): Sorting {
  const {label, options} = attributes[index]!;
  const width = attributes.length;
  return {label, options, labels: labels.filter((_, i) => i % width === index)};
}

function provenanceOf({author, licence, licenceNote, source}: ManifestEntry) {
  const version = source.version === "" ? "" : `, version ${source.version}`;
  return {
    author,
    licence,
    note: licenceNote,
    source: `${source.title}${version}`,
    url: source.url,
  };
}
