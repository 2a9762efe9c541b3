export {convolve, convolveInputGradient} from "./convolution";
export {convolveFilterGradient} from "./filter-gradient";
export {multiply} from "./matrix-product";
export {setActivation} from "./tile";
