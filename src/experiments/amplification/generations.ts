/** What page and worker agree on about generations of generators. */
/** The digit of which one kind of picture is, and the other in a mirror. */
export const digit = 7;
/** Pixels along an edge. */
export const side = 14;
/** Pictures of a row: of each generation the same noise. */
export const shownCount = 8;
/** Generations that are shown, the latest. */
export const rowCount = 6;
/** Pictures that a share is counted among. */
export const measuredCount = 400;
