import type {Model} from "./model.js";

/** `model`, but for a step and perhaps a setting of its own. Both share networks and state; disposing one disposes the other. */
export function modelWith<Step extends Model["step"]>(
  model: Omit<Model, "step">,
  own: {readonly step: Step; readonly set?: Model["set"]},
): Omit<Model, "step"> & {readonly step: Step} {
  return {
    networks: model.networks,
    set: (name, value) => model.set(name, value),
    state: () => model.state(),
    restore: (state) => model.restore(state),
    dispose: () => model.dispose(),
    ...own,
  };
}
