/** The mistakes in a picture of the run `digit-classifier` (see its setup), all or of one kind. */
import {formatCount} from "../../controls/format.js";
import type {ConfusionCell} from "../../figures/tables/confusion-matrix.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {digitClassifier} from "./experiment.js";

/** A snapshot of the run. */
export type TestArrays = ExchangeOf<typeof digitClassifier>["snapshot"];

export interface Mistakes {
  readonly images: ByteImages;
  readonly truths: Uint8Array;
  readonly predictions: Uint8Array;
  readonly confidences: Float32Array;
}

/** Those in `cell` of the confusion matrix, or all. In the order given, the surest first. */
export function mistakesOf(arrays: TestArrays, cell?: ConfusionCell): Mistakes {
  const truths = arrays.truths.data;
  const predictions = arrays.predictions.data;
  const chosen = [...truths.keys()].filter(
    (i) => !cell || (truths[i] === cell.truth && predictions[i] === cell.predicted),
  );
  return {
    images: pick(arrays.mistakes, chosen),
    truths: Uint8Array.from(chosen, (i) => truths[i]!),
    predictions: Uint8Array.from(chosen, (i) => predictions[i]!),
    confidences: Float32Array.from(chosen, (i) => arrays.confidences.data[i]!),
  };
}

/** "Mistakes: the surest 18 of 66.", "4 taken for 9: all 3, the surest first." The setup sends the surest ones only. */
export function mistakesTitle(
  arrays: TestArrays,
  found: number,
  places: number,
  names: readonly string[],
  cell?: ConfusionCell,
): string {
  const counts = arrays.confusion.data;
  const kept = arrays.truths.data.length;
  const classes = names.length;
  const shown = Math.min(found, places);
  if (cell) {
    const {truth, predicted} = cell;
    const all = counts[truth * classes + predicted]!;
    if (truth === predicted) return `${names[truth]} recognised: only mistakes are shown here.`;
    const what = `${names[truth]} taken for ${names[predicted]}`;
    return all === 0 ? `${what}: never.` : `${what}: ${portion(shown, all, kept)}.`;
  }
  const all = sum(Array.from(counts)) - sum(diagonal(counts, classes));
  return all === 0 ? "No mistakes." : `Mistakes: ${portion(shown, all, kept)}.`;
}

/** "all 7, the surest first", "the surest 18 of 66", "none of 7 is among the surest 60". */
function portion(shown: number, all: number, kept: number): string {
  if (shown === 0) return `none of ${formatCount(all)} is among the surest ${kept}`;
  if (all === 1) return "the only one";
  if (shown === all) return `all ${formatCount(all)}, the surest first`;
  return `the surest ${formatCount(shown)} of ${formatCount(all)}`;
}

function diagonal(counts: ArrayLike<number>, classes: number): number[] {
  return Array.from({length: classes}, (_, k) => counts[k * classes + k]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
