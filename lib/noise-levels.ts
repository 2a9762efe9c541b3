/** Shares of a digit in a mixture with noise at which somebody is asked for it. */
export const noiseLevels = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] as const;
