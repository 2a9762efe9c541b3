import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {
  firstRace,
  landAbout,
  landWords,
  nobody,
  type PathLandData,
  type PathRace,
} from "./path-land-data.js";
import {raceBar} from "./race-bar.js";
import {raceDials} from "./race-dials.js";
import {raceMap} from "./race-map.js";
import {type Land, type RaceDials, raceOn, raceSteps} from "./race-state.js";
import {raceTable} from "./race-table.js";
import {laneWords, racerWords} from "./race-words.js";

const rateNames = ["rate", "adaptiveRate"] as const;

/** The land about a network's own path from above, and optimisers that go down it from where the reader puts them. Hidden until there is one. */
export function pathLand({
  label,
}: {
  readonly label: string;
}): Figure<PathLandData | undefined, PathRace> {
  let known: {readonly data: PathLandData; readonly land: Land} | undefined;
  const controls = rateNames.map((name) => ({
    name,
    ...paramControl(name, raceDials[name], {locked: false, isAtFigure: true}, (value) =>
      change({dials: {...self.value.dials, [name]: value} as RaceDials}),
    ),
  }));
  const map = raceMap((start) => change({start}));
  const table = raceTable((racers) => change({racers}));
  const bar = raceBar((step) => change({step}));
  const words = element("p", {class: "fig-note"});
  const root = element(
    "div",
    {class: "fig fig-descent", hidden: true},
    map.element,
    element(
      "div",
      {class: "fig-descent-side"},
      bar.element,
      table.element,
      element("div", {class: "fig-descent-rates"}, ...controls.map(({row}) => row)),
    ),
    element("div", {class: "fig-descent-below"}, words),
  );
  const summarise = summarised(root, label);
  let race: ReturnType<typeof raceOn> | undefined;
  const redraw = redrawing(root, (width) => map.draw(width, root));
  const show = () => {
    root.hidden = !known;
    if (!known || !race) return;
    const {dials, start, step} = self.value;
    for (const {name, set} of controls) set(dials[name]);
    map.show(race, start, step);
    table.show(race.lanes, step);
    bar.show(step);
    const stands = race.lanes.map((lane) => `${racerWords[lane.name]}: ${laneWords(lane, step)}`);
    summarise(
      `${landWords(known.data, known.land)} Step ${step} of ${raceSteps}. ${stands.join(", ")}`,
    );
    redraw();
  };
  const change = (part: Partial<PathRace>) => {
    if (!known) return;
    changeValue(self, {...self.value, ...part});
    if (!("step" in part)) race = raceOn(known.land, self.value);
    show();
  };
  const self = figure<PathLandData | undefined, PathRace>(root, nobody, (data) => {
    bar.stop();
    known = data && {data, land: landAbout(data)};
    if (known) {
      self.value = firstRace(known.data);
      race = raceOn(known.land, self.value);
      setText(words, landWords(known.data, known.land));
    }
    show();
  });
  return self;
}
