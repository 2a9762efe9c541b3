import {element, uniqueId} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {svgElement} from "../../controls/svg-element.js";
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
  /** Whether the run is only looked at: nobody can train on from here. */
  readonly isRecorded?: boolean;
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
  const svg = svgElement("svg", {class: "fig-timeline-ticks", "aria-hidden": "true"});
  const track = element("div", {class: "fig-timeline-track"}, range);
  track.prepend(svg);
  const name = element("label", {for: id}, label);
  const root = element("div", {class: "fig fig-timeline"}, name, where, track);

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

/** Ticks at the checkpoints, and a lane for each branch. Percentages, so that no width need be known. Without d3, which no page need
 * load for it. */
function drawTicks(svg: SVGElement, {steps, last, branches = []}: TimelineData, lanes: number) {
  const place = (step: number) => `${(100 * step) / Math.max(1, last)}%`;
  svg.style.height = `${10 + lanes * laneHeight}px`;
  const base = lanes * laneHeight + 2;
  const ticks = steps.map((step) => line("fig-tick", [place(step), base], [place(step), base + 7]));
  const shown = lanes > 0 ? branches.slice(-lanes) : [];
  const lines = shown.flatMap(({label, from, last: to}, lane) => {
    const y = (lanes - lane) * laneHeight - 5;
    const start = place(from);
    const name = svgElement("text", {class: "fig-branch-name", x: start, dx: 4, y: y - 3});
    name.textContent = label;
    return [
      line("fig-branch", [start, y], [place(Math.min(to, last)), y]),
      line("fig-branching", [start, y], [start, base]),
      name,
    ];
  });
  svg.replaceChildren(...ticks, ...lines);
}

type End = readonly [x: string, y: number];

function line(name: string, [x1, y1]: End, [x2, y2]: End): SVGElement {
  return svgElement("line", {class: name, x1, y1, x2, y2});
}

function whereText({steps, last, isRecorded}: TimelineData, step: number): string {
  if (steps.length < 2) return "none yet: they come as it trains";
  const here = `step ${formatCount(step)} of ${formatCount(last)}`;
  if (isRecorded) return `${here}, recorded, with ${steps.length} pictures`;
  return step < last ? `${here}; training from here starts a branch` : here;
}
