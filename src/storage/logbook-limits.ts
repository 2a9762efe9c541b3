/** Limits of a logbook's file: far more than a reader makes, and no more than a browser can read. */

/** In bytes: the versions of fifty exercises, each at its limit. */
export const fileLimit = 200_000_000;
/** Of one kind: work, results … */
export const mostEntries = 5000;
export const mostAsides = 10_000;
