/** The grid on which the tokens of a picture lie, row by row. */

/** Tokens along each edge. */
export const gridSide = 7;
/** Tokens of a picture. */
export const placeCount = gridSide * gridSide;
