import {setText} from "../../controls/set-text.js";
import type {Role} from "../../lib/training/experiment.js";
import type {Group} from "../svg.js";
import {spreadLabels} from "./label-spread.js";
import type {PlotBox} from "./plot-frame.js";

export interface EndLabel {
  readonly label: string;
  readonly role: Role;
  /** Where its line ends, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

const lineHeight = 15;
const letterWidth = 6.6;
const narrow = 520;

/** Right margin where the last step's number still fits. */
export const plainRoom = 18;

/** Right margin for the names of lines at their ends; narrow plots have none and name them in the key alone. */
export function endLabelRoom(labels: readonly string[], width: number): number {
  if (width < narrow) return plainRoom;
  return Math.min(200, 18 + letterWidth * Math.max(...labels.map((label) => label.length)));
}

/** Names beside the ends of lines, moved apart where the lines meet. */
export function drawEndLabels(group: Group, labels: readonly EndLabel[], box: PlotBox): void {
  const known = labels.filter(({y}) => Number.isFinite(y));
  const heights = spreadLabels(
    known.map(({y}) => y),
    lineHeight,
    box.top + 4,
    box.bottom - 4,
  );
  group
    .selectAll("circle")
    .data(known)
    .join("circle")
    .attr("class", "fig-end")
    .attr("data-role", ({role}) => role)
    .attr("r", 2.5)
    .attr("cx", ({x}) => x)
    .attr("cy", ({y}) => y);
  group
    .selectAll("text")
    .data(known)
    .join("text")
    .attr("class", "fig-end-name")
    .attr("data-role", ({role}) => role)
    .attr("x", ({x}) => x + 8)
    .attr("y", (_, i) => heights[i]! + 4)
    .each(function ({label}) {
      setText(this as SVGTextElement, label);
    });
}
