import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {largestPlaces, ranksOf} from "../../lib/metrics/retrieval.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {valueMap} from "../inside/value-map.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {matrixText, rankText, similarityText} from "./similarity-text.js";

export interface SimilarityData {
  /** [n, n]: captions in rows, pictures in columns; their own pictures stand on the diagonal. */
  readonly similarities: Float32Array;
  readonly pictures: ByteImages;
  readonly captions: readonly string[];
}

export interface SimilarityOptions {
  readonly label: string;
  /** Pictures and captions, n. */
  readonly count: number;
  /** Of a picture. */
  readonly side: number;
}

/** Pictures beside the matrix: those that the chosen caption finds first. */
const firstCount = 5;
/** CSS pixels of the matrix. */
const edge = 300;

/** How alike each caption and each picture are. Its value is the chosen row: a caption, whose most similar pictures stand beside the matrix. */
export function similarityMatrix(options: SimilarityOptions): Figure<SimilarityData, number> {
  const {label, count, side} = options;
  const map = valueMap({
    label: `${label}: captions in rows, pictures in columns`,
    edge,
    isChosen: true,
  });
  const verdict = element("p", {class: "fig-similarity-verdict"}, "not measured yet");
  const chosen = element("p", {class: "fig-similarity-chosen"});
  const firsts = Array.from({length: firstCount}, () => firstPlace(side));
  const list = element(
    "ol",
    {class: "fig-similarity-first"},
    ...firsts.map((each) => each.element),
  );
  const beside = element("div", {class: "fig-similarity-beside"}, verdict, chosen, list);
  const root = element("div", {class: "fig fig-similarity"}, map, beside);
  const summarise = summarised(root, label);
  let data: SimilarityData | undefined;
  let ranks: ArrayLike<number> = [];
  const rowOf = (row: number) => data!.similarities.subarray(row * count, (row + 1) * count);

  const redraw = redrawing(root, () => {
    if (!data) return;
    const row = rowOf(self.value);
    const strip = pictureStrip(data.pictures);
    for (const [i, place] of largestPlaces(row, firstCount).entries())
      firsts[i]!.draw(strip, place, similarityText(row[place]!), place === self.value);
  });
  const describe = () => {
    if (!data) return;
    setText(chosen, `“${data.captions[self.value]}”, ${rankText(ranks[self.value]!, count)}`);
  };
  map.addEventListener("input", (event) => {
    event.stopPropagation();
    changeValue(self, map.value.row);
    describe();
    redraw();
  });
  const self = figure<SimilarityData, number>(root, count >> 1, (next) => {
    if (next.captions.length !== count)
      throw new RangeError(`invalid number of captions: ${next.captions.length} (${count})`);
    data = next;
    ranks = ranksOf(next.similarities, count);
    map.update({data: next.similarities, height: count, width: count});
    setText(verdict, matrixText(ranks));
    summarise(verdict.textContent);
    describe();
    redraw();
  });
  return self;
}

/** A picture that was found, with its similarity; framed where it is the right one. */
function firstPlace(side: number) {
  const cell = pictureCell(side, side, 2);
  const words = element("span", {class: "fig-row-caption"});
  const item = element("li", {}, cell.element, words);
  return {
    element: item,
    draw(strip: HTMLCanvasElement, index: number, similarity: string, isRight: boolean) {
      cell.draw(strip, index);
      item.toggleAttribute("data-right", isRight);
      setText(words, isRight ? `${similarity} ✓` : similarity);
    },
  };
}
