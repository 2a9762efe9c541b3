/** The classifier that wrong labels are told to, and how often it is made anew. */
export const labelCostSizes = {learned: 400, tested: 500, features: 800, ridge: 100} as const;
export const labelSeeds = [7, 1, 2, 3, 4] as const;

/** Of wrong labels, by which the slider goes. */
export const labelShares: readonly number[] = Array.from({length: 10}, (_, i) => i / 10);
