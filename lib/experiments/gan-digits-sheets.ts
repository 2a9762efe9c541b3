import type {SheetQuestion} from "./sheet-question.js";

/** With five steps of the judge for one of the generator: does the generator starve? */
export const strongJudge: SheetQuestion = {
  id: "strongJudge",
  experiment: "gan-digits",
  params: {discriminatorSteps: 5},
  step: 200,
  by: "frechet",
  isRatio: true,
  beside: ["coverage"],
  sheets: [
    {
      params: {discriminatorSteps: 5, loss: "minimax", seed: 1},
      step: 200,
      alt: "",
      words: () => "",
    },
    {params: {learningRate: 0.05, seed: 1}, step: 200, alt: "", words: () => ""},
    {params: {discriminatorSteps: 5, seed: 1}, step: 200, alt: "", words: () => ""},
    {params: {seed: 1}, step: 50, alt: "", words: () => ""},
  ],
  because: () => "",
};
