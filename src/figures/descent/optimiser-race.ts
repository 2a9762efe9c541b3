import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {formulaField} from "./formula-field.js";
import {guessChoice} from "./guess-choice.js";
import {raceBar} from "./race-bar.js";
import {courseHeight, raceCourse} from "./race-course.js";
import {raceDials} from "./race-dials.js";
import {raceMap} from "./race-map.js";
import {
  firstState,
  landOf,
  type Race,
  type RaceDials,
  type RaceState,
  raceOn,
  raceSteps,
  withSurface,
} from "./race-state.js";
import {raceTable} from "./race-table.js";
import {laneWords, racerWords, verdict} from "./race-words.js";

/** Optimisers against each other, down a surface of the reader's choice or making. Its value is all that the reader has set. */
export function optimiserRace({label}: {readonly label: string}): Figure<RaceState, RaceState> {
  const first = firstState();
  let race = raceOn(landOf(first.formula, first.extent), first);

  const controls = (Object.keys(raceDials) as (keyof RaceDials)[]).map((name) => ({
    name,
    ...paramControl(name, raceDials[name], {locked: false, isAtFigure: true}, (value) =>
      turn({...self.value.dials, [name]: value} as RaceDials),
    ),
  }));
  const row = (name: keyof RaceDials) => controls.find((each) => each.name === name)!.row;
  const map = raceMap((start) => change({...self.value, start}));
  const field = formulaField((formula) => {
    const {dials, extent} = self.value;
    const land = landOf(formula, extent);
    bar.stop();
    change({...self.value, formula, dials: {...dials, surface: "own"}, guess: undefined}, land);
  });
  const table = raceTable((racers) => change({...self.value, racers}));
  const guess = guessChoice((said) => change({...self.value, guess: said}));
  const bar = raceBar((step) => change({...self.value, step}));
  const course = raceCourse();
  const told = element("p", {class: "fig-descent-verdict", "aria-live": "polite"});
  const plot = element("div", {class: "fig-plot"});
  plot.append(course.svg);
  plot.style.height = `${courseHeight}px`;
  const root = element(
    "div",
    {class: "fig fig-descent"},
    element("div", {class: "fig-descent-land"}, row("surface"), field.element),
    map.element,
    element(
      "div",
      {class: "fig-descent-side"},
      guess.element,
      bar.element,
      told,
      table.element,
      element(
        "div",
        {class: "fig-descent-rates"},
        row("rate"),
        row("adaptiveRate"),
        row("momentum"),
      ),
    ),
    element(
      "div",
      {class: "fig-descent-below"},
      element("p", {class: "fig-note"}, "Per cent of the height that is left, step by step."),
      plot,
      element(
        "details",
        {class: "fig-descent-more"},
        element("summary", {}, "More dials"),
        row("beta1"),
        row("beta2"),
        row("weightDecay"),
      ),
    ),
  );
  const summarise = summarised(root, label);
  const redraw = redrawing(root, (width) => {
    map.draw(width, root);
    course.draw(race, self.value.step, plot.clientWidth || width);
  });

  const show = () => {
    const {dials, formula, start, step, guess: said} = self.value;
    for (const {name, set} of controls) set(dials[name]);
    field.show(formula);
    map.show(race, start, step);
    table.show(race.lanes, step);
    guess.show(said);
    bar.show(step);
    setText(told, verdict(race, said, step));
    summarise(summaryOf(race, step));
    redraw();
  };
  const change = (state: RaceState, land = race.land) => {
    const isOther = land !== race.land || isOtherRace(self.value, state);
    changeValue(self, state);
    if (isOther) race = raceOn(land, state);
    show();
  };
  const turn = (dials: RaceDials) => {
    const isOther = dials.surface !== self.value.dials.surface;
    if (!isOther) return change({...self.value, dials});
    bar.stop();
    const state = withSurface(self.value, dials.surface);
    change(state, landOf(state.formula, state.extent));
  };
  const self = figure<RaceState, RaceState>(root, first, (state) => {
    bar.stop();
    self.value = state;
    race = raceOn(landOf(state.formula, state.extent), state);
    show();
  });
  show();
  return self;
}

/** Whether what the racers do is another thing, and not only what is shown of it. */
function isOtherRace(a: RaceState, b: RaceState): boolean {
  return a.dials !== b.dials || a.start !== b.start || a.racers !== b.racers;
}

function summaryOf({lanes}: Race, step: number): string {
  const stands = lanes.map((lane) => `${racerWords[lane.name]}: ${laneWords(lane, step)}`);
  return `Step ${step} of ${raceSteps}. ${stands.join(", ")}`;
}
