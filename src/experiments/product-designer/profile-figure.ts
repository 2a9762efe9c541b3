import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {barTable, type Span} from "../../figures/bars/bar-table.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {productDesigner} from "./experiment.js";
import {featureNames} from "./garment-features.js";

type Exchanged = ExchangeOf<typeof productDesigner>;
type Host = ViewHost<Exchanged, typeof productDesigner.params>;

/** The axis ends here, on either side of 0. */
const furthest = 4;
/** Half of an interval that holds a weight in about 95 of 100 cases, in standard deviations. */
const halfWidth = 2;

/** What has been inferred of the shopper, how surely, and the button that erases it. */
export function profileFigure({paramsOf, setParam, accessTo}: Host) {
  const table = barTable({
    label: "The inferred profile: a weight for each feature",
    role: "judge",
    names: featureNames,
  });
  const words = element("p", {class: "fig-note", "aria-live": "polite"});
  const erase = button("Erase my profile", () => setParam("choices", ""));
  return {
    element: element(
      "div",
      {class: "fig fig-bar-table designer-profile"},
      table.element,
      words,
      erase,
    ),
    draw({weights, spreads, rounds}: Exchanged["snapshot"], run: RunRecord) {
      const isMine = paramsOf(run).shopper === "you";
      table.show(
        Array.from(weights.data, (weight, i) => {
          const half = halfWidth * spreads.data[i]!;
          return {
            bar: span(0, weight),
            reference: span(0, 0),
            whisker: span(weight - half, weight + half),
            numbers: [signed(weight)],
            isMarked: Math.abs(weight) > half,
          };
        }),
      );
      setText(words, profileWords(weights.data, spreads.data, rounds.data[0]!, isMine));
      erase.hidden = !isMine || accessTo("choices") !== "open";
      erase.disabled = rounds.data[0] === 0;
    },
  };
}

function span(a: number, b: number): Span {
  const [from, to] = [Math.min(a, b), Math.max(a, b)].map((value) =>
    Math.max(0, Math.min(1, (value / furthest + 1) / 2)),
  );
  return [from!, to!];
}

function signed(weight: number): string {
  const text = Math.abs(weight).toFixed(1);
  return text === "0.0" ? "0" : `${weight < 0 ? "−" : "+"}${text}`;
}

/** What is surely liked or disliked, in words. */
export function profileWords(
  weights: ArrayLike<number>,
  spreads: ArrayLike<number>,
  rounds: number,
  isMine: boolean,
): string {
  const who = isMine ? "you" : "this shopper";
  if (rounds === 0) return `It knows nothing of ${who} yet: every weight is a guess around 0.`;
  const sure = (sign: number) =>
    featureNames.filter((_, i) => sign * weights[i]! > halfWidth * spreads[i]!);
  const [likes, dislikes] = [sure(1), sure(-1)];
  if (likes.length + dislikes.length === 0)
    return `After ${rounds} rounds nothing is sure of ${who}: every interval holds 0.`;
  const parts = [
    likes.length > 0 && `likes ${likes.join(", ")}`,
    dislikes.length > 0 && `avoids ${dislikes.join(", ")}`,
  ].filter(Boolean);
  return `After ${rounds} rounds it is sure that ${isMine ? "somebody like you" : who} ${parts.join(" and ")}. The rest is guessed.`;
}
