import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const length = "Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0))";
const total = "parents.reduce((sum, parent, j) => sum + shares[j]! * parent[i]!, 0)";
const mixed = "shares[j]! * parent[i]!";
const crossing = "tosses[i] ? value : b[i]!";
const kept = "Math.sqrt(1 - strength * strength)";
const mutation = "kept * value + strength * noise[i]!";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("blend: the largest share", [length, "Math.max(...shares)"]),
  mutant("blend: the root of the sum", [
    length,
    "Math.sqrt(shares.reduce((sum, share) => sum + share, 0))",
  ]),
  mutant("blend: a mean of squares", [length, length.replace(", 0))", ", 0) / shares.length)")]),
  mutant("blend: begins at one", [length, length.replace(", 0))", ", 1))")]),
  mutant("blend: the first two", [
    total,
    total.replace("parents.reduce", "parents.slice(0, 2).reduce"),
  ]),
  mutant("blend: all but the last", [
    total,
    total.replace("parents.reduce", "parents.slice(0, -1).reduce"),
  ]),
  mutant("blend: shares backwards", [mixed, "shares[shares.length - 1 - j]! * parent[i]!"]),
  mutant("blend: squared shares", [mixed, "shares[j]! ** 2 * parent[i]!"]),
  mutant("blend: sizes", [mixed, "shares[j]! * Math.abs(parent[i]!)"]),
  mutant("blend: the first number", [mixed, "shares[j]! * parent[0]!"]),
  mutant("cross: the toss before", [crossing, "tosses[i - 1] ? value : b[i]!"]),
  mutant("cross: one after the other", [crossing, "i % 2 === 0 ? value : b[i]!"]),
  mutant("cross: halves of the list", [crossing, "i < a.length / 2 ? value : b[i]!"]),
  mutant("cross: the first of b", [crossing, "tosses[i] ? value : b[0]!"]),
  mutant("cross: a sum", [crossing, "tosses[i] ? value : value + b[i]!"]),
  mutant("cross: a alone", [crossing, "value"]),
  mutant("cross: b alone", [crossing, "b[i]!"]),
  mutant("mutate: half as strong", [mutation, "kept * value + (strength / 2) * noise[i]!"]),
  mutant("mutate: a minus", [mutation, "kept * value - strength * noise[i]!"]),
  mutant("mutate: the noise alone", [mutation, "noise[i]!"]),
  mutant("mutate: one noise for all", [mutation, "kept * value + strength * noise[0]!"]),
  mutant("mutate: a larger root", [kept, "Math.sqrt(1 + strength * strength)"]),
  mutant("mutate: the cube", [kept, "Math.sqrt(1 - strength ** 3)"]),
  mutant("mutate: strength at most a half", [
    mutation,
    "kept * value + Math.min(0.5, strength) * noise[i]!",
  ]),
];
