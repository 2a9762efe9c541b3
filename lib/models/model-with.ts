import type {Model} from "./model.js";

/** `model`, but for a step or a setting of its own. Both share networks and state; disposing one disposes the other. */
export function modelWith(model: Model, own: Partial<Pick<Model, "step" | "set">>): Model {
  return {
    networks: model.networks,
    step: (batch, random, kind) => model.step(batch, random, kind),
    set: (name, value) => model.set(name, value),
    state: () => model.state(),
    restore: (state) => model.restore(state),
    dispose: () => model.dispose(),
    ...own,
  };
}
