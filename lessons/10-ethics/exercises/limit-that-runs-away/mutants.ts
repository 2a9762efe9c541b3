import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const alarms = "wrongly / Math.max(1, allowed.length)";
const next = "limit + 0.5 * (falseAlarms - 0.05)";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("over those not held", [alarms, "wrongly / Math.max(1, pictures.length - held.length)"]),
  mutant("over the forbidden", [alarms, "wrongly / Math.max(1, pictures.length - allowed.length)"]),
  mutant("allowed ones that pass", [
    alarms,
    "(allowed.length - wrongly) / Math.max(1, allowed.length)",
  ]),
  mutant("allowed and at the limit", ["p >= limit", "p === limit"]),
  mutant("from a half on", ["p >= limit", "p >= 0.5"]),
  mutant("one picture more", [alarms, "wrongly / (allowed.length + 1)"]),
  mutant("one alarm more", [alarms, "(wrongly + 1) / Math.max(1, allowed.length)"]),
  mutant("a whole step", ["0.5 * (f", "1 * (f"]),
  mutant("a smaller step", ["0.5 * (f", "0.45 * (f"]),
  mutant("another goal", ["falseAlarms - 0.05", "falseAlarms - 0.04"]),
  mutant("no goal", ["falseAlarms - 0.05", "falseAlarms"]),
  mutant("the goal added", ["falseAlarms - 0.05", "falseAlarms + 0.05"]),
  mutant("the limit forgotten", [next, "0.5 * (falseAlarms - 0.05)"]),
  mutant("only upwards", [next, "limit + 0.5 * Math.max(0, falseAlarms - 0.05)"]),
  mutant("only downwards", [next, "limit + 0.5 * Math.min(0, falseAlarms - 0.05)"]),
  mutant("by its sign", [next, "limit + 0.5 * Math.sign(falseAlarms - 0.05)"]),
  mutant("squared", [next, "limit + 0.5 * (falseAlarms ** 2 - 0.05)"]),
  mutant("times", [next, "limit * (1 + 0.5 * (falseAlarms - 0.05))"]),
  mutant("held to 0.99", ["Math.min(1,", "Math.min(0.99,"]),
  mutant("held above 0.01", ["Math.max(0, next)", "Math.max(0.01, next)"]),
  mutant("no upper end", ["Math.min(1, Math.max(0, next))", "Math.max(0, next)"]),
  mutant("no lower end", ["Math.min(1, Math.max(0, next))", "Math.min(1, next)"]),
  mutant("nothing where none is allowed", [alarms, "wrongly / allowed.length || 1"]),
  mutant("the forbidden ones for the allowed", [
    "const allowed = pictures.filter(({forbidden}) => !forbidden)",
    "const allowed = pictures.filter(({forbidden}) => forbidden)",
  ]),
  mutant("without the first picture", [
    "const allowed = pictures.",
    "const allowed = pictures.slice(1).",
  ]),
  mutant("without a limit to one", [alarms, "wrongly / allowed.length"]),
  {
    name: "counted in a loop",
    isRight: "the same count",
    replace: [
      [
        "held.filter(({forbidden}) => !forbidden).length",
        "held.reduce((sum, {forbidden}) => sum + (forbidden ? 0 : 1), 0)",
      ],
    ],
  },
];
