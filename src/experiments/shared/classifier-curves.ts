/** What each step of a classifier is told by, as a description has it. */
export const classifierCurves = {
  loss: {
    label: "loss",
    role: "judge",
    help: "Cross-entropy: how little the network expected the labels it was told, mean over the batch.",
  },
  accuracy: {
    label: "per cent right in the batch",
    role: "judge",
    help: "Share of the batch that was classified as its labels say, before the step.",
  },
} as const;
