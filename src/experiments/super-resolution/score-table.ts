import {element} from "../../controls/element.js";
import type {NdArray} from "../../lib/array.js";
import {scoreNames, ways} from "./experiment.js";

const heads = ["", "PSNR, dB", "SSIM"];
const digits = [2, 3] as const;
const explained =
  "Means over the emoji that are held out, measured every 100 steps; below each the interval that holds the mean over all such emoji in 95 of 100 cases.";

/** The means of each way of enlarging; until something is measured, their places. */
export function scoreTable() {
  const body = element("tbody", {}, ...ways.map((way, i) => rowOf(way, i, undefined)));
  const table = element(
    "table",
    {"aria-label": "ways of enlarging, and their scores on held-out emoji"},
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((text) => element("th", {scope: "col"}, text))),
    ),
    body,
  );
  return {
    element: element(
      "div",
      {class: "upscaler-scores"},
      table,
      element("p", {class: "fig-note"}, explained),
    ),
    draw(scores: NdArray<Float32Array> | undefined) {
      body.replaceChildren(...ways.map((way, i) => rowOf(way, i, scores?.data)));
    },
  };
}

function rowOf(way: string, i: number, scores: Float32Array | undefined): HTMLElement {
  const cells = scoreNames.map((_, k) => {
    if (!scores) return element("td", {}, "–");
    const at = 3 * (scoreNames.length * i + k);
    const [value, low, high] = [...scores.subarray(at, at + 3)].map((each) =>
      each.toFixed(digits[k]!),
    );
    return element("td", {}, value!, element("small", {}, `${low} to ${high}`));
  });
  return element("tr", {}, element("th", {scope: "row"}, way), ...cells);
}
