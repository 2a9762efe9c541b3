/** What all flows that draw digits agree on, in page and worker. */

/** Pixels along an edge. */
export const side = 14;
/** Pictures in a measurement: equally many of each digit. */
export const measuredCount = 250;
/** Numbers of steps whose pictures are measured against each other. */
export const stepCounts = [1, 2, 5, 10, 20, 50] as const;
