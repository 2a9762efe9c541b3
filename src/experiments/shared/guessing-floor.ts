import type {FloorWords} from "../../lib/training/experiment.js";

/** The floors of blind-answer.ts, in words. Test sets have as many pictures of each label. */
export const guessingFloor: FloorWords = {
  name: "guessing",
  meaning: "whoever guesses is right as often as this",
};

export const guessingLoss: FloorWords = {
  name: "guessing",
  meaning: "whoever finds all labels equally likely has this loss",
};
