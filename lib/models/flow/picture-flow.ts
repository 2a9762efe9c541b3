/** A flow for pictures: a U-Net (unet.ts) that may be told the class, and the running average of its weights, which samples. */
import type {Random} from "../../random.js";
import {FlowModel, type FlowOptions} from "./flow-model.js";
import {kernelPass} from "./kernel-pass.js";
import {emptyUNet, type UNetShape, uNet} from "./unet.js";

export interface PictureFlowOptions
  extends Omit<FlowOptions, "network" | "average" | "forward">,
    Omit<UNetShape, "timeSize"> {
  /** Decay of the running average of the weights, 0 to below 1; 0 samples with the last ones. */
  readonly averaging: number;
}

/** Features that a time is told by. */
export const timeSize = 32;

export function pictureFlow(options: PictureFlowOptions, random: Random): FlowModel {
  const shape = {...options, timeSize};
  const average = {network: emptyUNet(shape), decay: options.averaging};
  return new FlowModel({
    ...options,
    network: uNet(shape, random.fork("denoiser")),
    ...(options.averaging > 0 && {average}),
    forward: kernelPass,
  });
}
