import {element} from "../controls/element.js";
import type {TestCurve, TestRun} from "../lib/grading/verdict.js";
import {testPicture} from "./test-picture.js";

/** Steps that the strong line averages over: these runs are short. */
const span = 5;

/** A run that a test has made: its curves, beside those of a right step, and what came of it. Curves are drawn with what comes late. */
export function testRun({
  label,
  other = "a right step",
  curves,
  pictures = [],
}: TestRun): HTMLElement {
  const titles = {expected: `With ${other}`, yours: "With yours", difference: "Difference"};
  const plots = element("div", {class: "test-curves"});
  void import("../figures/curves/loss-curves.js").then(({lossCurves}) =>
    plots.replaceChildren(...curves.map((curve) => plotOf(curve, `with ${other}`, lossCurves))),
  );
  return element(
    "div",
    {class: "test-run"},
    element("p", {class: "test-run-label"}, label),
    plots,
    pictures.length > 0
      ? element(
          "div",
          {class: "test-pictures"},
          ...pictures.map((each) => testPicture(each, titles)),
        )
      : undefined,
  );
}

function plotOf(
  {label, role, yours, right}: TestCurve,
  other: string,
  lossCurves: typeof import("../figures/curves/loss-curves.js").lossCurves,
): HTMLElement {
  const series = [
    {name: "yours", label, role},
    {name: "right", label: other, role},
  ];
  const plot = lossCurves({label, series, span, height: 130});
  plot.update({curves: {yours, right}});
  return plot;
}
