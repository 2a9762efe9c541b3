/** What the figure of borrowed faces shows at first; the numbers in the text are of the same. */
export const shownStays: readonly string[] = ["mouth", "background"];

/** Of the trial, the same ones for everybody. */
export const shownPairs = {pairs: 100, seed: 1} as const;
