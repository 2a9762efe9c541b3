import {button, element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {defaultParams, paramTable} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {lineSample} from "../curves/readout.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {raceCosts} from "./costs.js";
import {histogram, histogramHeight, spreadsHeight, spreadsPlot} from "./race-plot.js";
import {RaceRun, type RaceSettings} from "./race-run.js";
import {laneNames, laneText, verdict} from "./race-text.js";

/** Estimates of a whole race, and of one frame. */
const raceLength = 1000;
const perFrame = 20;
const dashes = ["none", "7 3"] as const;

const {bowl, ripples, step, decoder} = raceCosts;
const seen = {group: "view", place: "figure"} as const;

export const raceDials = paramTable({
  cost: {
    ...seen,
    kind: "choice",
    label: "Cost",
    default: "bowl",
    options: {bowl: bowl.words, ripples: ripples.words, step: step.words, decoder: decoder.words},
    help: "The function of z whose mean is to become smaller.",
  },
  parameter: {
    ...seen,
    kind: "choice",
    label: "Derivative by",
    default: "mean",
    options: {mean: "μ", logSpread: "ln σ"},
    help: "The number of the cloud that the gradient is taken of.",
  },
  spread: {
    ...seen,
    kind: "number",
    label: "σ of the cloud",
    default: 0.5,
    min: 0.05,
    max: 1,
    step: 0.05,
    help: "How wide the cloud is that z is drawn from. Its middle, μ, is 0.",
  },
  draws: {
    ...seen,
    kind: "number",
    label: "Draws an estimate",
    default: 1,
    min: 1,
    max: 100,
    step: 1,
    help: "Draws of z that one estimate is a mean of.",
  },
  added: {
    ...seen,
    kind: "number",
    label: "Added to the cost",
    default: 0,
    min: 0,
    max: 20,
    step: 1,
    help: "A constant on top of the cost. It changes no derivative.",
  },
  hasBaseline: {
    ...seen,
    kind: "switch",
    label: "take the mean cost so far off, in REINFORCE",
    default: false,
    help: "A baseline: what was to be expected.",
  },
});

type Dials = ReturnType<typeof defaultParams<typeof raceDials>>;

/** The two ways through a random draw against each other: their estimates of one derivative, drawn live. Its value are the dials. */
export function estimatorRace({label}: {readonly label: string}): Figure<Dials, Dials> {
  const controls = (Object.keys(raceDials) as (keyof Dials)[]).map((name) => ({
    name,
    ...paramControl(name, raceDials[name], {locked: false, isAtFigure: true}, (value) =>
      change({...self.value, [name]: value}),
    ),
  }));
  const lanes = dashes.map((dash) => ({...laneParts(dash), plot: histogram()}));
  const spreads = spreadsPlot(dashes);
  const told = element("p", {class: "fig-race-verdict", "aria-live": "polite"});
  const again = button("Draw again", () => start());
  const root = element(
    "div",
    {class: "fig fig-race"},
    element("div", {class: "fig-race-dials"}, ...controls.map(({row}) => row), again),
    ...lanes.flatMap(({head, plot}) => [head, holder(plot.svg, histogramHeight)]),
    told,
    holder(spreads.svg, spreadsHeight),
    element(
      "p",
      {class: "fig-note"},
      "Above: what each estimate says; the line is the truth. Below: their spread, after so many estimates.",
    ),
  );
  const summarise = summarised(root, label);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let run: RaceRun;
  let seed = 0;
  let frame = 0;

  const redraw = redrawing(root, (width) => {
    run.lanes.forEach((lane, i) => {
      lanes[i]!.plot.draw(run, lane, width);
    });
    spreads.draw(run, raceLength, width);
  });
  const say = () => {
    const texts = run.lanes.map((lane) => laneText(lane));
    texts.forEach((text, i) => {
      setText(lanes[i]!.words, text);
    });
    const names = run.lanes.map(({name}) => laneNames[name]);
    summarise(`${names.map((name, i) => `${name}: ${texts[i]}`).join(". ")}. ${told.textContent}`);
  };
  const goOn = () => {
    run.advance(still.matches ? raceLength : Math.min(perFrame, raceLength - run.count));
    say();
    redraw();
    if (run.count < raceLength && root.isConnected) frame = requestAnimationFrame(goOn);
  };
  const start = () => {
    cancelAnimationFrame(frame);
    run = new RaceRun({...self.value, mean: 0} as RaceSettings, new Random(++seed));
    setText(told, verdict(run.truth, run.lanes));
    goOn();
  };
  const show = (dials: Dials) => {
    for (const {name, set} of controls) set(dials[name]);
  };
  const self = figure<Dials, Dials>(root, defaultParams(raceDials), (dials) => {
    self.value = dials;
    show(dials);
    start();
  });
  const change = (dials: Dials) => {
    changeValue(self, dials);
    start();
  };
  show(self.value);
  start();
  frame = requestAnimationFrame(goOn);
  return self;
}

function laneParts(dash: string) {
  const words = element("span", {});
  const name = laneNames[dash === "none" ? "score" : "pathwise"];
  const head = element(
    "p",
    {class: "fig-race-lane"},
    lineSample(dash),
    element("b", {}, name),
    " ",
    words,
  );
  return {head, words};
}

function holder(svg: SVGSVGElement, height: number): HTMLElement {
  const place = element("div", {class: "fig-plot"});
  place.append(svg);
  place.style.height = `${height}px`;
  return place;
}
