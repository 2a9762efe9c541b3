import type {ImageSet} from "./dataset.js";

/** MNIST: handwritten digits, 28 x 28, white on black (LeCun, Cortes, Burges, 1998). */
export const digits: ImageSet = {
  name: "digits",
  title: "handwritten digits",
  classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
};
