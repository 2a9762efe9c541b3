import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type BarRow, barTable, type Span} from "../../figures/bars/bar-table.js";
import {type Figure, figure} from "../../figures/figure.js";
import {similarityText} from "../../figures/similarity/similarity-text.js";
import {summarised} from "../../figures/summary.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {amongCount} from "./experiment.js";
import {exampleWords, scoreWords, type TextScore} from "./text-score.js";

export interface TextScoreData {
  readonly score: TextScore | undefined;
  /** Of the pairs that are shown, [n, n]. */
  readonly similarities: Float32Array;
  readonly captions: readonly string[];
}

const name = "text score";
const unknown = "No score: the network has broken.";

/** How near captions are to their own pictures, beside what swapped captions score; and examples. */
export function textScoreFigure(): Figure<TextScoreData> {
  const table = barTable({label: name, role: "judge", names: [name], numbers: 2, heads});
  const said = element("p", {class: "fig-note"});
  const examples = element("p", {class: "fig-note clip-examples"});
  const root = element(
    "div",
    {class: "fig fig-bar-table fig-judgements"},
    table.element,
    said,
    examples,
  );
  const summarise = summarised(root, name);
  table.show([{numbers: ["–", ""]}]);
  return figure<TextScoreData, undefined>(root, undefined, ({score, similarities, captions}) => {
    table.show([score ? rowOf(score) : {numbers: ["–", ""]}]);
    const words = score ? scoreWords(score, amongCount) : unknown;
    setText(said, words);
    setText(examples, score ? exampleWords(similarities, captions) : "");
    summarise(words);
  });
}

const heads = ["", "value and interval", "swapped captions"];

function rowOf({value, interval, swapped}: TextScore): BarRow {
  return {
    bar: [0, placeOf(value)],
    whisker: spanOf(interval),
    reference: spanOf(swapped),
    numbers: [
      similarityText(value),
      `${similarityText(swapped.low)} to ${similarityText(swapped.high)}`,
    ],
    isMarked: value > swapped.high,
  };
}

function spanOf({low, high}: Floor): Span {
  return [placeOf(low), placeOf(high)];
}

/** The track goes from 0 to 1: what is below 0 lies at its beginning. */
function placeOf(value: number): number {
  return Math.max(0, Math.min(1, value));
}
