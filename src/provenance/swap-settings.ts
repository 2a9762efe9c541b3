/** What the figure of borrowed faces shows at first; the numbers in the text are of the same. */
export const shownStays: readonly string[] = ["mouth", "background"];

/** Whose face it is at first, and who wears it: in all that a classifier names they differ, and of these two it goes over and stays as it should. */
export const shownAvatars = [1135, 1223] as const;

/** Of the trial, the same ones for everybody. */
export const shownPairs = {pairs: 100, seed: 1} as const;
