import {type GanLossName, ganLosses} from "./gan-losses.js";
import type {GanOptions} from "./gan-options.js";
import {LiveParams} from "./live-params.js";

/** What may change in the middle of a GAN's training: four numbers and the loss. */
export type GanLive = {
  readonly learningRate: number;
  readonly labelSmoothing: number;
  readonly discriminatorSteps: number;
  readonly penaltyWeight: number;
  readonly loss: GanLossName;
};

export function ganLiveParams(options: GanOptions): LiveParams<GanLive> {
  const {learningRate, labelSmoothing, discriminatorSteps, penaltyWeight = 10, loss} = options;
  return new LiveParams(
    {learningRate, labelSmoothing, discriminatorSteps, penaltyWeight, loss},
    {loss: Object.keys(ganLosses)},
  );
}
