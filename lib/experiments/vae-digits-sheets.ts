import type {SheetQuestion} from "./sheet-question.js";

/** With a beta of 8: a blot, a blurred plane, a line? The codes' nats tell. */
export const costlyCode: SheetQuestion = {
  id: "costlyCode",
  experiment: "vae-digits",
  params: {beta: 8},
  step: 300,
  by: "heldOutKl",
  isRatio: false,
  beside: ["heldOutElbo", "gaps", "coverage"],
  sheets: [
    {
      params: {beta: 25, seed: 1},
      step: 300,
      alt: "Twenty-five pictures in five rows, all the same: one soft grey blot.",
      words: (sheet) =>
        `all its pictures are the same, for its codes tell ${sheet("heldOutKl")}. That is collapse, and it takes a higher price than yours.`,
    },
    {
      params: {beta: 0, seed: 1},
      step: 300,
      alt: "",
      words: (sheet, run) =>
        `here a code costs nothing. Its codes tell ${sheet("heldOutKl")}, yours ${run("heldOutKl")}: the clouds shrink and drift apart, and ${sheet("gaps")} places of the plane are left without pictures.`,
    },
    {
      params: {beta: 8, seed: 1},
      step: 300,
      alt: "",
      words: (sheet, run) =>
        `here the codes tell ${sheet("heldOutKl")}, which is little, but not nothing; yours tell ${run("heldOutKl")}.`,
    },
    {
      params: {beta: 1, seed: 1},
      step: 300,
      alt: "",
      words: (sheet, run) =>
        `that is the bound itself, at the same step. Its codes tell ${sheet("heldOutKl")}, enough for two numbers; yours tell ${run("heldOutKl")}.`,
    },
  ],
  because: (run) =>
    `Each nat must now save eight nats of drawing. The first nats do: round or straight is worth that much, and so the codes tell ${run("heldOutKl")}. What comes next does not pay. So the plane changes in one direction and hardly in the other. It has no holes: ${run("gaps")} places are without pictures. It has ${run("coverage")} classes. A plane without holes is not yet a good one.`,
};
