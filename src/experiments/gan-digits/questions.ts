import type {SheetQuestion} from "../../lib/questions/sheet-question.js";

/** With five steps of the judge for one of the generator: does the generator starve? */
export const strongJudge: SheetQuestion = {
  id: "strongJudge",
  experiment: "gan-digits",
  params: {discriminatorSteps: 5},
  step: 200,
  by: "frechet",
  isRatio: true,
  against: {loss: "minimax"},
  beside: ["coverage"],
  sheets: [
    {
      params: {seed: 1},
      step: 20,
      alt: "Four rows of five pictures: grey clouds and broad smears under a fine checkered grid; no strokes yet.",
      words: (sheet, run) =>
        `a run with a single step of the judge, stopped early. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}: a judge that is ahead does not hold the generator at its first strokes.`,
    },
    {
      params: {discriminatorSteps: 5, seed: 4},
      step: 200,
      alt: "Four rows of five pictures: white strokes on black, ragged and often broken off; some could be ones, threes or twos, many are no digit.",
      words: (sheet, run) =>
        `a run of the settings asked about. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}.`,
    },
    {
      params: {discriminatorSteps: 5, loss: "minimax", seed: 7},
      step: 200,
      alt: "Four rows of five pictures: almost black, with a fine regular grid of faint grey dots and no strokes.",
      words: (sheet, run) =>
        `what many expect, and it is real: as many steps of the judge, but the minimax loss. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}. With that loss a picture that the judge is sure about gets next to no push; with yours it gets the strongest.`,
    },
    {
      params: {seed: 1},
      step: 800,
      alt: "Four rows of five pictures: clean white strokes on black, most of them digits that can be read, such as eights, nines and sevens, a few misshapen.",
      words: (sheet, run) =>
        `a run with a single step of the judge, and four times as many of the generator. Its distance is ${sheet("frechet")}, yours is ${run("frechet")}. Steps of the judge do not stand in for steps of the generator, which is the one that draws.`,
    },
  ],
  because: (run) =>
    `the generator does not have to win. It follows the slope of the judge's opinion, and the non-saturating loss pushes hardest where the judge is surest that a picture is generated. So even a judge that is far ahead leaves it a way: ${run("coverage")} classes, at a distance of ${run("frechet")}.`,
};
