import {element, uniqueId} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {select} from "../../vendor/d3.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {nearestStep, stepAfterKey} from "./checkpoint-steps.js";

export interface TimelineOptions {
  /** What moving it does: "Go back to a checkpoint". */
  readonly label: string;
  /** Branches for which room is kept; the newest are drawn. None by default. */
  readonly lanes?: number;
}

export interface TimelineData {
  /** Steps that have a checkpoint, ascending. */
  readonly steps: readonly number[];
  /** The step whose weights are in place. */
  readonly position: number;
  /** The run's last step. */
  readonly last: number;
  /** Other runs that left this one at step `from` and went to step `last`. */
  readonly branches?: readonly Branch[];
}

export interface Branch {
  readonly label: string;
  readonly from: number;
  readonly last: number;
}

const laneHeight = 16;

/** A scrubber over the checkpoints of a run. Its value is the step of the checkpoint chosen. */
export function timeline({label, lanes = 0}: TimelineOptions): Figure<TimelineData, number> {
  const id = uniqueId("fig-timeline");
  const range = element("input", {type: "range", id, min: 0, max: 1, step: 1, disabled: true});
  const where = element("output", {class: "fig-timeline-where", for: id});
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "fig-timeline-ticks");
  svg.setAttribute("aria-hidden", "true");
  const track = element("div", {class: "fig-timeline-track"}, range);
  track.prepend(svg);
  const name = element("label", {for: id}, label);
  const root = element("div", {class: "fig fig-timeline"}, name, track, where);

  let data: TimelineData = {steps: [], position: 0, last: 0};
  let dragging = false;

  const show = () => {
    range.value = String(self.value);
    const words = whereText(data, self.value);
    setText(where, words);
    range.setAttribute("aria-valuetext", words);
  };
  const choose = (step: number | undefined) => {
    const changed = step !== undefined && step !== self.value;
    if (changed) self.value = step;
    show();
    if (changed) tellInput(self);
  };
  range.addEventListener("input", (event) => {
    event.stopPropagation();
    choose(nearestStep(data.steps, range.valueAsNumber));
  });
  range.addEventListener("keydown", (event) => {
    const step = stepAfterKey(data.steps, self.value, event.key);
    if (step === undefined) return;
    event.preventDefault();
    choose(step);
  });
  range.addEventListener("pointerdown", () => {
    dragging = true;
  });
  for (const end of ["pointerup", "pointercancel", "change"])
    range.addEventListener(end, () => {
      dragging = false;
    });

  const self = figure<TimelineData, number>(root, 0, (next) => {
    data = next;
    range.disabled = next.steps.length < 2;
    range.max = String(Math.max(1, next.last));
    if (!dragging) self.value = next.position;
    show();
    drawTicks(svg, next, lanes);
  });
  drawTicks(svg, data, lanes);
  show();
  return self;
}

/** Ticks at the checkpoints, and a lane for each branch. Percentages, so that no width need be known. */
function drawTicks(svg: SVGSVGElement, {steps, last, branches = []}: TimelineData, lanes: number) {
  const place = (step: number) => `${(100 * step) / Math.max(1, last)}%`;
  svg.style.height = `${10 + lanes * laneHeight}px`;
  select(svg)
    .selectAll("line.fig-tick")
    .data(steps)
    .join("line")
    .attr("class", "fig-tick")
    .attr("x1", place)
    .attr("x2", place)
    .attr("y1", lanes * laneHeight + 2)
    .attr("y2", lanes * laneHeight + 9);
  const drawn = lanes > 0 ? branches.slice(-lanes) : [];
  const height = (lane: number) => (lanes - lane) * laneHeight - 5;
  select(svg)
    .selectAll("line.fig-branch")
    .data(drawn)
    .join("line")
    .attr("class", "fig-branch")
    .attr("x1", ({from}) => place(from))
    .attr("x2", (branch) => place(Math.min(branch.last, last)))
    .attr("y1", (_, lane) => height(lane))
    .attr("y2", (_, lane) => height(lane));
  select(svg)
    .selectAll("line.fig-branching")
    .data(drawn)
    .join("line")
    .attr("class", "fig-branching")
    .attr("x1", ({from}) => place(from))
    .attr("x2", ({from}) => place(from))
    .attr("y1", (_, lane) => height(lane))
    .attr("y2", lanes * laneHeight + 2);
  select(svg)
    .selectAll("text")
    .data(drawn)
    .join("text")
    .attr("class", "fig-branch-name")
    .attr("x", ({from}) => place(from))
    .attr("dx", 4)
    .attr("y", (_, lane) => height(lane) - 3)
    .text((branch) => branch.label);
}

function whereText({steps, last}: TimelineData, step: number): string {
  if (steps.length < 2) return "checkpoints appear here as it trains";
  const here = `step ${formatCount(step)} of ${formatCount(last)}`;
  return step < last ? `${here}; training from here starts a branch` : here;
}
