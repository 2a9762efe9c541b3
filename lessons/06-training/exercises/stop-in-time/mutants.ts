import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const keep = "loss < state.least";
const least = "keep ? loss : state.least";
const waited = "keep ? 0 : state.waited + 1";
const stop = "stop: waited >= patience";
const given = "{least, waited, keep, stop: waited >= patience}";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("keep: lower by a tenth", [keep, "loss < 0.9 * state.least"]),
  mutant("keep: lower by a hundredth", [keep, "loss < state.least - 0.01"]),
  mutant("keep: always", ["waited, keep, stop", "waited, keep: true, stop"]),
  mutant("keep: never", ["waited, keep, stop", "waited, keep: false, stop"]),
  mutant("keep: only where one does not stop, turned", [
    "waited, keep, stop",
    "waited, keep: waited < patience, stop",
  ]),
  mutant("keep: a number", ["waited, keep, stop", "waited, keep: Number(keep) as never, stop"]),
  mutant("keep: below 1", [keep, "loss < Math.min(1, state.least)"]),
  mutant("least: the mean", [least, "keep ? (loss + state.least) / 2 : state.least"]),
  mutant("least: the highest", [least, "Math.max(loss, state.least)"]),
  mutant("least: rounded", [least, "Math.round(10 * (keep ? loss : state.least)) / 10"]),
  mutant("least: 0 once kept", [least, "keep ? 0 : state.least"]),
  mutant("waited: two at a time", [waited, "keep ? 0 : state.waited + 2"]),
  mutant("waited: at most 3", [waited, "keep ? 0 : Math.min(3, state.waited + 1)"]),
  mutant("waited: one back", [waited, "keep ? Math.max(0, state.waited - 1) : state.waited + 1"]),
  mutant("waited: from minus one", [waited, "keep ? -1 : state.waited + 1"]),
  mutant("waited: always 1", [waited, "keep ? 0 : 1"]),
  mutant("waited: down from the patience", [waited, "keep ? patience : state.waited - 1"]),
  mutant("stop: at three", [stop, "stop: waited >= 3"]),
  mutant("stop: at the first", [stop, "stop: !keep"]),
  mutant("stop: never", [stop, "stop: waited > 1000 * patience"]),
  mutant("stop: by the state", [stop, "stop: state.waited >= patience"]),
  mutant("stop: also when kept", [stop, "stop: state.waited + 1 >= patience"]),
  mutant("stop: at twice the patience", [stop, "stop: waited >= 2 * patience"]),
  mutant("stop: a number", [stop, "stop: waited - patience >= 0 ? (1 as never) : (0 as never)"]),
  {
    name: "by the smaller of the two",
    isRight: "the smaller of this loss and the least is the least, however it is found",
    replace: [[least, "Math.min(loss, state.least)"]],
  },
  {
    name: "never while one keeps",
    isRight: "a look that is kept has waited 0, which no patience is",
    replace: [[given, "{least, waited, keep, stop: !keep && waited >= patience}"]],
  },
];
