/** D3 as a program for the cells of a notebook. They have no document: scales, shapes and layouts work, selections do not. */
export * from "d3";
