import type {SheetQuestion} from "../../lib/questions/sheet-question.js";

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
      params: {beta: 40, seed: 1},
      step: 300,
      alt: "Five rows of five pictures, all alike: the same soft grey blot, with no digit to be made out.",
      words: (sheet, run) =>
        `a code that tells nothing. It tells ${sheet("heldOutKl")}, and so every place of the plane shows the mean of all digits. That is called collapse; you meet it further down. Your price is not high enough for it: your codes tell ${run("heldOutKl")}.`,
    },
    {
      params: {beta: 0, seed: 1},
      step: 300,
      alt: "Five rows of five pictures: bright round zeros in one corner, which close and turn into nines and fours towards the opposite one; no other digits.",
      words: (sheet, run) =>
        `a code that costs nothing. It tells ${sheet("heldOutKl")}, yours ${run("heldOutKl")}. Clouds that cost nothing shrink and drift apart: they leave ${sheet("gaps")} places of the plane without pictures, and yours ${run("gaps")}.`,
    },
    {
      params: {beta: 8, seed: 1},
      step: 300,
      alt: "Five rows of five pictures, blurred: from row to row a one, a nine, an eight and a zero pass into each other; within a row hardly anything changes.",
      words: (sheet, run) =>
        `a code at your price. It tells ${sheet("heldOutKl")}, little but not nothing. Yours tells ${run("heldOutKl")}.`,
    },
    {
      params: {beta: 1, seed: 1},
      step: 300,
      alt: "Five rows of five pictures: ones, nines, threes, sixes and zeros in different corners, soft but legible; every place differs from its neighbours in both directions.",
      words: (sheet, run) =>
        `a code at the price of the bound itself. It tells ${sheet("heldOutKl")}, enough for both directions of the plane and ${sheet("coverage")} classes. Yours tells ${run("heldOutKl")}, and has ${run("coverage")}.`,
    },
  ],
  because: (run) =>
    `whatever a code tells must now save eight times its nats in drawing. What saves most is told first, round or straight, and it is worth that. The next is not. Hence ${run("heldOutKl")}: neither silence nor a softer copy of the usual plane, but a plane with few things in it (${run("coverage")} classes). Its clouds overlap so much that ${run("gaps")} places are without pictures. A plane without holes is not yet a good one.`,
};
