import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Lane} from "../../lib/descent/race.js";
import {type DescentName, descentNames} from "../../lib/descent/rules.js";
import {laneWords} from "./race-words.js";
import {racerBadge} from "./racer-badge.js";

/** A line for each optimiser: whether it takes part, its letter and colour, and how it stands. */
export function raceTable(choose: (racers: readonly DescentName[]) => void) {
  const rows = descentNames.map((name) => row(name, () => choose(chosen())));
  const chosen = () => rows.filter(({box}) => box.checked).map(({name}) => name);
  return {
    element: element("ul", {class: "fig-descent-racers"}, ...rows.map(({item}) => item)),
    show(lanes: readonly Lane[], step: number) {
      for (const {name, box, words} of rows) {
        const lane = lanes.find((each) => each.name === name);
        box.checked = lane !== undefined;
        setText(words, lane ? laneWords(lane, step) : "stays at home");
      }
    },
  };
}

function row(name: DescentName, change: () => void) {
  const box = element("input", {type: "checkbox", checked: true, onchange: change});
  const words = element("span", {class: "fig-descent-stand"});
  const label = element("label", {}, box, ...racerBadge(name));
  return {name, box, words, item: element("li", {}, label, words)};
}
