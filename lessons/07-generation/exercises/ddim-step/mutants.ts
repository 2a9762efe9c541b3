import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const picture = "value + (1 - t) * velocity[i]!";
const noise = "value - t * velocity[i]!";
const ratio = "signal / nextSignal";
const added = "strength ** 2 - ratio ** 2 * nextStrength ** 2";
const spread = "(eta * Math.sqrt(added) * nextStrength) / strength";
const kept = "Math.sqrt(Math.max(0, strength ** 2 - spread ** 2))";
const step = "signal * value + kept * noise[i]! + spread * fresh[i]!";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("guesses: the first velocity for all", [picture, "value + (1 - t) * velocity[0]!"]),
  mutant("guesses: cut to pictures", [picture, `Math.max(-1, Math.min(1, ${picture}))`]),
  mutant("guesses: half of the time", [picture, "value + 0.5 * velocity[i]!"]),
  mutant("guesses: the noise is where it is", [noise, "value + 0 * t * velocity[i]!"]),
  mutant("guesses: the noise without the place", [noise, "0 * value - t * velocity[i]!"]),
  mutant("guesses: sizes of the noise", [noise, `Math.abs(${noise})`]),
  mutant("spread: strengths of a circle", [ratio, "signal / Math.sqrt(1 - nextStrength ** 2)"]),
  mutant("spread: strengths of a line", [ratio, "signal / (1 - nextStrength)"]),
  mutant("spread: the ratio is half", [
    added,
    "strength ** 2 - 0.5 * ratio ** 2 * nextStrength ** 2",
  ]),
  mutant("spread: a sum", [added, "strength ** 2 + ratio ** 2 * nextStrength ** 2"]),
  mutant("spread: the next strength once", [added, "strength ** 2 - ratio ** 2 * nextStrength"]),
  mutant("spread: the strength once", [added, "strength - ratio ** 2 * nextStrength ** 2"]),
  mutant("spread: at least a tenth", [spread, `Math.max(0.1, ${spread})`]),
  mutant("spread: the root of eta", [
    spread,
    "(Math.sqrt(eta) * Math.sqrt(added) * nextStrength) / strength",
  ]),
  mutant("spread: eta squared", [
    spread,
    "(eta * eta * Math.sqrt(added) * nextStrength) / strength",
  ]),
  mutant("step: the root of a sum", [kept, "Math.sqrt(strength ** 2 + spread ** 2)"]),
  mutant("step: the sign of the fresh noise", [
    step,
    "signal * value + kept * noise[i]! - spread * fresh[i]!",
  ]),
  mutant("step: the first fresh number for all", [
    step,
    "signal * value + kept * noise[i]! + spread * fresh[0]!",
  ]),
  mutant("step: three numbers", [
    "return picture.map((value, i) => signal",
    "return picture.slice(0, 3).map((value, i) => signal",
  ]),
  mutant("step: cut to pictures", [step, `Math.max(-1, Math.min(1, ${step}))`]),
  mutant("step: the signal of the noise", [
    step,
    "(1 - strength) * value + kept * noise[i]! + spread * fresh[i]! + 0 * signal",
  ]),
  mutant("step: divided by the strength", [
    kept,
    "(strength * Math.sqrt(Math.max(0, strength ** 2 - spread ** 2))) / strength",
  ]),
  {
    name: "step: the root is not guarded",
    isRight: "the spread is never more than the strength",
    replace: [[kept, "Math.sqrt(strength ** 2 - spread ** 2)"]],
  },
];
