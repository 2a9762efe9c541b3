/** All experiments as a program for the cells of a notebook, made only when one of them is taken apart. Its TF.js is that of the cells. */
export {experimentModule} from "./experiment-module.js";
