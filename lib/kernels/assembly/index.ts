export {convolve, convolveInputGradient} from "./convolution";
export {convolveInputGradientFew} from "./few-channels";
export {convolveFilterGradient} from "./filter-gradient";
export {multiply} from "./matrix-product";
export {setActivation} from "./tile";
