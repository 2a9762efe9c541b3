import {buffersOf} from "../array.js";
import type {ReaderFunction} from "../driving/reader-function.js";
import {isOpenMidRun, samplingParams, trainingParams, workerParams} from "../param-groups.js";
import {ownParam, type Params, type ParamValue, paramError} from "../params.js";
import {Random} from "../random.js";
import {BadCheckpoint, checkFit, firstNotFinite} from "./checkpoint.js";
import type {Experiment} from "./experiment.js";
import type {Checkpoint} from "./protocol.js";
import type {MakeSetup, Setup, SetupContext} from "./setup.js";
import {Diverged, type Trainee} from "./train.js";

/** A run in the worker: the setup made for its params, where chance stands and how far it has come. */
export class Run implements Trainee {
  step = 0;
  random: Random;
  readonly experiment: Experiment;
  readonly setup: Setup;
  #params: Params;

  readonly #driven: ReaderFunction | undefined;

  private constructor(
    experiment: Experiment,
    params: Params,
    setup: Setup,
    random: Random,
    driven: ReaderFunction | undefined,
  ) {
    this.experiment = experiment;
    this.#params = params;
    this.setup = setup;
    this.random = random;
    this.#driven = driven;
  }

  /** Builds the model and stands before its first step. `params` are complete and legal. It takes the reader's function over. */
  static async make(
    experiment: Experiment,
    makeSetup: MakeSetup,
    {params: given, driven, ...parts}: Omit<SetupContext, "random">,
  ): Promise<Run> {
    const params = workerParams(experiment.params, given);
    const random = new Random(Number(params.seed ?? 0));
    const chance = random.fork("setup");
    const setup = await makeSetup({...parts, params, random: chance, ...(driven && {driven})});
    return new Run(experiment, params, setup, random.fork("steps"), driven);
  }

  get model() {
    return this.setup.model;
  }

  get batches() {
    return this.setup.batches;
  }

  /** The params in force, but for those of the view, which no worker knows. */
  get params(): Params {
    return this.#params;
  }

  /** The step at which the run is done. */
  get lastStep(): number {
    return Number(this.#params.maxSteps ?? Number.POSITIVE_INFINITY);
  }

  /** Changes a param that may change mid-run. Throws a RangeError with the legal names or values. */
  set(name: string, value: ParamValue): void {
    const open = openParams(this.experiment);
    const param = ownParam(open, name);
    if (!param) {
      const names = Object.keys(open).join(", ");
      throw new RangeError(`${name} can't change while a run goes on (these can: ${names})`);
    }
    const error = paramError(name, param, value);
    if (error) throw new RangeError(error);
    const params = {...this.#params, [name]: value};
    if (param.group === "sampling") this.setup.sample?.(samplingParams(open, params));
    else if (name !== "maxSteps") this.model.set(name, value);
    this.#params = params;
  }

  /** Whether `name` changes what is drawn and no weight. */
  isSampling(name: string): boolean {
    return ownParam(this.experiment.params, name)?.group === "sampling";
  }

  /** Copies all that is needed to go on from here. Throws `Diverged` when a weight is no longer finite. */
  async checkpoint(): Promise<Checkpoint> {
    const arrays = await this.model.state();
    const broken = firstNotFinite(arrays);
    if (broken) throw new Diverged(broken.name, this.step, broken.value);
    return {
      experiment: this.experiment.id,
      step: this.step,
      params: trainingParams(this.experiment.params, this.#params),
      random: this.random.state(),
      batches: this.batches.state(),
      arrays,
    };
  }

  /** Goes on from `checkpoint`. Throws `BadCheckpoint` when it is not of such a run; then nothing has changed. */
  restore(checkpoint: Checkpoint): void {
    checkFit(checkpoint, this.experiment, this.#params);
    const batches = this.batches.state();
    try {
      this.batches.restore(checkpoint.batches);
      this.model.restore(checkpoint.arrays);
    } catch (error) {
      this.batches.restore(batches);
      throw new BadCheckpoint((error as Error).message);
    }
    this.random = Random.from(checkpoint.random);
    this.step = checkpoint.step;
    this.setLive(checkpoint.params);
  }

  /** Puts those of `params` in force that may change training mid-run. What is drawn with stays. */
  setLive(params: Params): void {
    for (const name of Object.keys(openParams(this.experiment)))
      if (name in params && !this.isSampling(name)) this.set(name, params[name]!);
  }

  dispose(): void {
    this.setup.dispose();
    this.#driven?.close();
  }
}

/** Those that a worker may be told of while the run goes on. */
function openParams({params}: Experiment): Experiment["params"] {
  return Object.fromEntries(
    Object.entries(params).filter(([, param]) => isOpenMidRun(param) && param.group !== "view"),
  );
}

/** The buffers of a checkpoint, to be given away with it. */
export function checkpointBuffers({arrays}: Checkpoint): ArrayBuffer[] {
  return buffersOf(arrays);
}
