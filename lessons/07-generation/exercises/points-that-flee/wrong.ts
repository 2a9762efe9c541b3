import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const target = "minus(point, noise[i]!)";
const places = "mixed(point, noise[i]!, times[i]!)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "from the point to the noise",
    replace: [[target, "minus(noise[i]!, point)"]],
  },
  {
    name: "the-point-itself",
    expect: "asked for the point itself",
    replace: [[target, "[...point]"]],
  },
  {
    name: "the-way-left",
    expect: "what is left of the way",
    replace: [[target, "minus(point, places[i]!)"]],
  },
  {
    name: "mixture-turned",
    expect: "the mixture is turned round",
    replace: [[places, "mixed(point, noise[i]!, 1 - times[i]!)"]],
  },
  {
    name: "told-another-time",
    expect: "told another time",
    replace: [["featuresOf(place, times[i]!)", "featuresOf(place, 1 - times[i]!)"]],
  },
  {
    name: "summed-loss",
    expect: "the mean over the pairs, not the sum",
    replace: [["dot(miss, miss))) / points.length", "dot(miss, miss)))"]],
  },
  {name: "up-the-slope", expect: "go up the slope", replace: [["weight - (0.5", "weight + (0.5"]]},
  {name: "stands-still", expect: "do not move", replace: [["(0.5 * slope)", "(0 * slope)"]]},
];
