import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const moved = "pixel + strength * signs[i]!";
const ends = "Math.min(255, Math.max(0, moved))";
const around = "[pixels[i - 1], pixels[i + 1]]";
const sorting = "[...scores].sort((a, b) => b - a)";
const last = "return sorted[alarms]!;";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "mark: twice as strong", replace: [[moved, "pixel + 2 * strength * signs[i]!"]]},
  {name: "mark: ends at 256", replace: [[ends, "Math.min(256, Math.max(0, moved))"]]},
  {name: "mark: ends at 1", replace: [[ends, "Math.min(255, Math.max(1, moved))"]]},
  {name: "mark: runs over as bytes do", replace: [[ends, "(moved + 256) % 256"]]},
  {name: "mark: the first sign for all", replace: [[moved, "pixel + strength * signs[0]!"]]},
  {name: "mark: the next one's sign", replace: [[moved, "pixel + strength * (signs[i + 1] ?? 1)"]]},
  {name: "mark: never darker", replace: [[moved, "pixel + strength * Math.max(0, signs[i]!)"]]},
  {
    name: "mark: the last pixel stays",
    replace: [[moved, "pixel + (i + 1 < pixels.length ? strength * signs[i]! : 0)"]],
  },
  {name: "residual: the left one twice", replace: [[around, "[pixels[i - 1], pixels[i - 1]]"]]},
  {name: "residual: one too far", replace: [[around, "[pixels[i - 1], pixels[i + 2]]"]]},
  {
    name: "residual: in a ring",
    replace: [[around, "[pixels.at(i - 1), pixels[(i + 1) % pixels.length]]"]],
  },
  {
    name: "residual: ends are repeated",
    replace: [[around, "[pixels[i - 1] ?? pixel, pixels[i + 1] ?? pixel]"]],
  },
  {
    name: "residual: black beyond the ends",
    replace: [[around, "[pixels[i - 1] ?? 0, pixels[i + 1] ?? 0]"]],
  },
  {
    name: "residual: sizes only",
    replace: [
      ["return pixel - sum / around.length;", "return Math.abs(pixel - sum / around.length);"],
    ],
  },
  {
    name: "residual: rounded",
    replace: [
      ["return pixel - sum / around.length;", "return Math.round(pixel - sum / around.length);"],
    ],
  },
  {
    name: "residual: ten pixels at most",
    replace: [
      [
        "return pixels.map((pixel, i) => {\n    const around",
        "return pixels.slice(0, 10).map((pixel, i) => {\n    const around",
      ],
    ],
  },
  {name: "score: signs squared", replace: [["sum + r * signs[i]!", "sum + r * signs[i]! ** 2"]]},
  {
    name: "score: the first is left out",
    replace: [["sum + r * signs[i]!, 0)", "sum + (i > 0 ? r * signs[i]! : 0), 0)"]],
  },
  {
    name: "score: the length without its first",
    replace: [["sum + r * r, 0)", "sum + r * r, -(residuals[0]! ** 2))"]],
  },
  {name: "score: 1 where nothing is left", replace: [["squares === 0 ? 0", "squares === 0 ? 1"]]},
  {
    name: "score: at most 6",
    replace: [["agreement / Math.sqrt(squares)", "Math.min(6, agreement / Math.sqrt(squares))"]],
  },
  {
    name: "limit: ten scores at most",
    replace: [[sorting, "[...scores].slice(0, 10).sort((a, b) => b - a)"]],
  },
  {
    name: "limit: equal ones once",
    replace: [[sorting, "[...new Set(scores)].sort((a, b) => b - a)"]],
  },
  {
    name: "limit: by size",
    replace: [[sorting, "[...scores].sort((a, b) => Math.abs(b) - Math.abs(a))"]],
  },
  {name: "limit: whole numbers", replace: [[last, "return Math.round(sorted[alarms]!);"]]},
  {
    name: "limit: between two",
    replace: [[last, "return (sorted[alarms]! + (sorted[alarms + 1] ?? sorted[alarms]!)) / 2;"]],
  },
  {
    name: "limit: the reader's own list is sorted",
    isRight: "the list that came is a copy: nobody else sees it",
    replace: [[sorting, "scores.sort((a, b) => b - a)"]],
  },
];
