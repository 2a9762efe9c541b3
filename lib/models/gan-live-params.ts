import {type GanLoss, type GanLossName, ganLosses} from "./gan-losses.js";
import type {GanOptions} from "./gan-options.js";
import {type LiveValue, liveNumber} from "./live-params.js";

const names = ["learningRate", "labelSmoothing", "discriminatorSteps", "penaltyWeight"] as const;
type Name = (typeof names)[number];

/** What may change in the middle of a GAN's training: four numbers and the loss. */
export class GanLiveParams {
  readonly numbers: Record<Name, number>;
  #lossName: GanLossName;

  constructor(options: GanOptions) {
    const {learningRate, labelSmoothing, discriminatorSteps, penaltyWeight = 10} = options;
    this.numbers = {learningRate, labelSmoothing, discriminatorSteps, penaltyWeight};
    this.#lossName = options.loss;
  }

  get loss(): GanLoss {
    return ganLosses[this.#lossName];
  }

  /** Throws a RangeError for a name that is not among them, and for a value that it cannot have. */
  set(name: string, value: LiveValue): void {
    if (name === "loss") this.#lossName = lossName(value);
    else this.numbers[name as Name] = liveNumber([...names, "loss"], name, value);
  }
}

function lossName(value: LiveValue): GanLossName {
  if (!Object.hasOwn(ganLosses, String(value)))
    throw new RangeError(`unknown loss: ${value} (one of ${Object.keys(ganLosses).join(", ")})`);
  return value as GanLossName;
}
