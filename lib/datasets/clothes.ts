import type {ImageSet} from "./dataset.js";

/** Fashion-MNIST: photos of clothes, 28 x 28, light on black (Xiao, Rasul, Vollgraf, arXiv:1708.07747, 2017). */
export const clothes: ImageSet = {
  name: "clothes",
  title: "clothes",
  classNames: [
    "T-shirt",
    "trousers",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
  ],
};
