import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {rightAlarms} from "../../lib/metrics/calibration.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, setViewBox} from "../svg.js";

/** Pictures that are drawn, one dot each. */
const all = 1000;
const columns = 50;
const rows = all / columns;
const height = 190;

export interface Rates {
  /** Per cent each: of made pictures found, of real ones taken for made, and of all that are made. */
  readonly found: number;
  readonly falseAlarms: number;
  readonly made: number;
}

/** A thousand pictures, those for which a detector rings, and which of these alarms are right. */
export function baseRate(label: string): HTMLElement {
  const {svg, layers} = figureSvg(["dots"]);
  svg.style.height = `${height}px`;
  const words = element("p", {class: "fig-rate-words", role: "status"});
  const dials = {
    found: dial("Made pictures it finds", 50, 100, 95),
    falseAlarms: dial("Real ones it rings for", 0, 20, 5),
    made: dial("Pictures that are made", 1, 50, 1),
  };
  const root = element(
    "div",
    {class: "fig fig-rate"},
    element("div", {class: "fig-mark-dials"}, ...Object.values(dials).map(({row}) => row)),
    element("div", {class: "fig-plot"}, svg),
    element(
      "p",
      {class: "fig-note"},
      element("span", {class: "generated"}, "made, and found"),
      "; made, and missed (outline); ",
      element("span", {class: "real"}, "real, and the detector rings"),
      "; real (grey)",
    ),
    words,
  );
  const summarise = summarised(root, label);
  const rates = (): Rates => ({
    found: dials.found.value(),
    falseAlarms: dials.falseAlarms.value(),
    made: dials.made.value(),
  });
  const redraw = redrawing(root, (width) => {
    setViewBox(svg, width, height);
    const cell = Math.min(width / columns, height / rows);
    layers.dots
      .selectAll("path")
      .data(dotGroups(rates()))
      .join("path")
      .attr("class", ({kind}) => `fig-rate-${kind}`)
      .attr("d", ({from, to}) => dotsPath(from, to, cell));
  });
  const show = () => {
    const text = rateText(rates());
    setText(words, text);
    summarise(text);
    redraw();
  };
  for (const {range} of Object.values(dials)) range.addEventListener("input", show);
  show();
  return root;
}

/** Whole pictures of a thousand, in the order in which they are drawn. */
export function dotGroups({found, falseAlarms, made}: Rates) {
  const madeOnes = Math.round((all * made) / 100);
  const hits = Math.round((madeOnes * found) / 100);
  const wrong = Math.round(((all - madeOnes) * falseAlarms) / 100);
  const ends = {hit: hits, missed: madeOnes, alarm: madeOnes + wrong, quiet: all};
  let from = 0;
  return Object.entries(ends).map(([kind, to]) => {
    const group = {kind, from, to};
    from = to;
    return group;
  });
}

/** "Of 1,000 pictures 10 are made. It rings for 10 of them, and for 50 real ones: 16 % of its alarms are right." */
export function rateText(rates: Rates): string {
  const [hit, missed, alarm] = dotGroups(rates).map(({from, to}) => to - from) as [
    number,
    number,
    number,
  ];
  const right = rightAlarms(rates.found / 100, rates.falseAlarms / 100, rates.made / 100);
  return `Of 1,000 pictures about ${hit + missed} are made. It rings for ${hit} of them, and for ${alarm} real ones: ${Math.round(100 * right)} % of its alarms are right.`;
}

function dotsPath(from: number, to: number, cell: number): string {
  const size = Math.max(1, cell - 2);
  return Array.from({length: to - from}, (_, i) => {
    const [x, y] = [(from + i) % columns, Math.floor((from + i) / columns)];
    return `M${1 + x * cell},${1 + y * cell}h${size}v${size}h${-size}z`;
  }).join("");
}

function dial(words: string, min: number, max: number, value: number) {
  const range = element("input", {
    ...{type: "range", id: uniqueId("fig-rate"), min, max, step: 1, value},
  });
  const told = element("output", {}, `${value} %`);
  range.addEventListener("input", () => setText(told, `${range.value} %`));
  return {
    range,
    row: element("div", {}, element("label", {for: range.id}, words), range, told),
    value: () => Number(range.value),
  };
}
