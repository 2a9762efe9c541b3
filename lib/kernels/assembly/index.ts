export {convolve, convolveInputGradient} from "./convolution";
export {convolveInputGradientFew} from "./few-channels";
export {convolveFilterGradient} from "./filter-gradient";
export {multiply} from "./matrix-product";
export {setActivation} from "./tile";
export {clip, exp, gelu, leakyRelu, log, relu, relu6, selu, silu, softplus, tanh} from "./activation";
export {
  eluGradient, geluGradient, leakyReluGradient, relu6Gradient, reluGradient, seluGradient, sigmoidGradient, siluGradient, softplusGradient,
  squareGradient, tanhGradient,
} from "./activation-gradient";
export {attend, attendGradient} from "./attention";
export {broadcast} from "./broadcast";
export {firstOutside, gather} from "./gather";
export {modulate, modulateGradient} from "./modulated-norm";
export {sumMiddle} from "./reduce";
export {repeatBlocks} from "./repeat";
export {segmentSum} from "./segment-sum";
export {transpose} from "./transpose";
export {copyBox, fillValues} from "./box";
export {resizeNearest, resizeNearestGradient} from "./nearest";
export {adam, average, gradientDescent, momentum, rmsprop} from "./optimiser";
export {averagePoolGradient, maxPool, maxPoolGradient} from "./pooling";
export {depthwise, depthwiseFilterGradient, depthwiseInputGradient} from "./depthwise";
export {groupMoments, groupNormalise} from "./normalisation";
export {groupNormaliseGradient, normaliseGradient} from "./normalisation-gradient";
export {groupNormaliseSilu, groupNormaliseSiluGradient, sumShares} from "./normalisation-silu";
export {convolveBySix, gradientsBySix} from "./six-point-convolution";
export {winograd, winogradFilterGradient, winogradInputGradient} from "./winograd";
export {room, startKernel, takeMost} from "./scratch";
export {firstWild} from "./wild";
