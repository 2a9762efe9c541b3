import {buffersOf} from "../array.js";
import {named} from "../named.js";
import * as tf from "../tf.js";
import {inspect} from "./inspect.js";
import {layersModelParts} from "./layers-model.js";
import type {TrainingLoop} from "./loop.js";
import type {Command, Result} from "./protocol.js";
import {checkpointBuffers} from "./run.js";

type RunCommand = Exclude<Command["type"], "start" | "benchmark" | "pace" | "shown" | "dispose">;

export type Reply<Type extends Command["type"]> = (
  result: Result<Type>,
  transfer?: ArrayBuffer[],
) => void;

type Answers = {
  readonly [Type in RunCommand]: (
    loop: TrainingLoop,
    command: Extract<Command, {type: Type}>,
    reply: Reply<Type>,
  ) => void | Promise<void>;
};

/** What each command does to a run. Each replies once, `step` when its steps are over. */
export const answers: Answers = {
  train(loop, _, reply) {
    if (loop.status !== "running") loop.begin();
    reply(undefined);
  },
  async pause(loop, _, reply) {
    if (loop.status === "running") await loop.pause("paused");
    reply(undefined);
  },
  step(loop, {kind, count}, reply) {
    const {stepKinds} = loop.run.experiment;
    if (kind !== undefined) named("kind of step", stepKinds, kind);
    if (!Number.isSafeInteger(count) || count < 1)
      throw new RangeError(`invalid count: ${count} (a whole number from 1)`);
    loop.beginSteps(count, kind, reply);
  },
  async set(loop, {name, value}, reply) {
    await loop.set(name, value);
    reply(loop.run.step);
  },
  restore(loop, {checkpoint}, reply) {
    loop.restore(checkpoint);
    reply(undefined);
  },
  async measure(loop, _, reply) {
    const measurement = await loop.measure();
    reply(measurement, buffersOf(measurement.arrays));
  },
  async ask({run}, {question, inputs}, reply) {
    const answer = await named("question", run.setup.answers, question)(inputs);
    reply(answer, buffersOf(answer));
  },
  async export({run}, {network}, reply) {
    const parts = await layersModelParts(named("network", run.model.networks, network));
    reply(parts, [parts.weights.buffer as ArrayBuffer]);
  },
  async inspect({run}, {network: name}, reply) {
    const network: tf.LayersModel = named("network", run.model.networks, name);
    const probe = run.setup.probe(name);
    try {
      const seen = {step: run.step, ...(await inspect(network, probe))};
      const input = buffersOf({...seen.otherInputs, input: seen.input});
      reply(seen, [...input, ...buffersOf(seen.weights), ...buffersOf(seen.activations)]);
    } finally {
      tf.dispose(probe);
    }
  },
  async checkpoint(loop, _, reply) {
    loop.flush(); // who keeps it keeps the numbers of its steps too
    const checkpoint = await loop.run.checkpoint();
    reply(checkpoint, checkpointBuffers(checkpoint));
  },
};
