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
      params: {seed: 1},
      step: 50,
      alt: "TODO",
      words: (sheet, run) =>
        `a run with a single step of the judge, stopped early. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}: a judge that is ahead does not hold the generator at its first strokes.`,
    },
    {
      params: {discriminatorSteps: 5, seed: 1},
      step: 200,
      alt: "TODO",
      words: (sheet, run) =>
        `a run of your own settings. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}.`,
    },
    {
      params: {learningRate: 0.05, seed: 7},
      step: 200,
      alt: "TODO",
      words: (sheet, run) =>
        `a run that collapsed, because it learned ten times as fast. It covers ${sheet("coverage")} classes at a distance of ${sheet("frechet")}; yours covers ${run("coverage")} at ${run("frechet")}. The generator outran its judge there. Yours has a judge that is ahead, which is the opposite.`,
    },
    {
      params: {discriminatorSteps: 5, loss: "minimax", seed: 1},
      step: 200,
      alt: "TODO",
      words: (sheet, run) =>
        `what you expected, and it is real: as many steps of the judge, but the minimax loss. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}. With that loss a picture that the judge is sure about gets no push. With yours it gets the strongest.`,
    },
  ],
  because: (run) =>
    `the generator does not need to win. It needs the slope of the judge's opinion, and the non-saturating loss pushes hardest where the judge is surest that a picture is generated. A judge that has seen five times as many pictures has a better opinion, and its slope is a better direction: ${run("coverage")} classes, at a distance of ${run("frechet")}.`,
};
