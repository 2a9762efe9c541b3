import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const keep = "loss < state.least";
const least = "keep ? loss : state.least";
const waited = "keep ? 0 : state.waited + 1";
const stop = "stop: waited >= patience";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "highest-kept",
    expect: "this keeps the highest loss",
    replace: [[keep, "loss > state.least"]],
  },
  {
    name: "as-low-is-kept",
    expect: "As low as before is no new least",
    replace: [[keep, "loss <= state.least"]],
  },
  {
    name: "last-look",
    expect: "this is the loss of this look",
    replace: [[least, "loss"]],
  },
  {
    name: "never-brought-up",
    expect: "this is the least from before",
    replace: [[least, "state.least"]],
  },
  {
    name: "waits-on",
    expect: "begins anew at 0",
    replace: [[waited, "state.waited + 1"]],
  },
  {
    name: "this-look-not-counted",
    expect: "this look counts, too",
    replace: [[waited, "keep ? 0 : state.waited"]],
  },
  {
    name: "begins-at-one",
    expect: "begins anew at 0",
    replace: [[waited, "keep ? 1 : state.waited + 1"]],
  },
  {name: "one-too-late", expect: "one look too late", replace: [[stop, "stop: waited > patience"]]},
  {
    name: "one-too-early",
    expect: "one look too early",
    replace: [[stop, "stop: waited >= patience - 1"]],
  },
  {
    name: "turned",
    expect: "just when it should go on",
    replace: [[stop, "stop: waited < patience"]],
  },
  {name: "exactly", expect: "has gone by already", replace: [[stop, "stop: waited === patience"]]},
];
