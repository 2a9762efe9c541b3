/**
 * Four models that learn in turns. In a turn each takes the steps that its rate gives it for a tenth of a second, on the turn's pictures from
 * the first on, so all see the same ones in the same order; whoever is through begins again. Nothing asks a clock what to train: the same rates and the same seed give the
 * same weights, whatever the machine. The clock that is handed in only counts what each of them has cost.
 */
import {type NamedArrays, partWith, withPrefix} from "../../lib/array.js";
import type {Model} from "../../lib/models/model.js";
import {checkArrays, checkNames, shapesOf} from "../../lib/models/model-state.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {
  type Contender,
  contenders,
  type PerContender,
  perContender,
  stepsIn,
} from "./contenders.js";
import type {Entrant} from "./entrant.setup.js";

export interface ArenaOptions {
  readonly entrants: PerContender<Entrant>;
  /** Steps a second, whole numbers. */
  readonly rates: PerContender<number>;
  readonly batchSize: number;
  /** Milliseconds of some clock. */
  readonly now: () => number;
}

/** What a contender has cost since its model was made here. */
export interface Spent {
  ms: number;
  steps: number;
}

type Losses = {readonly [Name in Contender as `${Name}Loss`]: number};

export class ArenaModel implements Model<{readonly x: tf.Tensor}> {
  readonly networks: Readonly<Record<string, tf.LayersModel>>;
  readonly spent: PerContender<Spent>;
  readonly #options: ArenaOptions;
  readonly #shapes: Readonly<Record<string, readonly number[]>>;
  #turns = 0;

  private constructor(options: ArenaOptions, first: NamedArrays) {
    this.#options = options;
    this.#shapes = shapesOf(first);
    this.spent = perContender(() => ({ms: 0, steps: 0}));
    this.networks = networksOf(options.entrants);
  }

  /** Takes the entrants over: `dispose` frees them. */
  static async of(options: ArenaOptions): Promise<ArenaModel> {
    return new ArenaModel(options, await stateOf(options.entrants, 0));
  }

  /** One turn on its pictures, a multiple of the batch size. */
  async step({x}: {readonly x: tf.Tensor}, random: Random): Promise<Losses> {
    this.#turns += 1;
    const losses: [string, number][] = [];
    for (const name of contenders)
      losses.push([`${name}Loss`, await this.#turnOf(name, x, new Random(random.bits()))]);
    return Object.fromEntries(losses) as Losses;
  }

  async #turnOf(name: Contender, x: tf.Tensor, random: Random): Promise<number> {
    const {entrants, rates, batchSize, now} = this.#options;
    const {model, loss} = entrants[name];
    const count = stepsIn(this.#turns, rates[name]);
    const start = now();
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const batch = {x: tf.slice(x, (i * batchSize) % x.shape[0]!, batchSize)};
      try {
        sum += loss(await model.step(batch, random));
      } finally {
        tf.dispose(batch);
      }
    }
    this.spent[name].ms += now() - start;
    this.spent[name].steps += count;
    return sum / count;
  }

  set(name: string): void {
    throw new RangeError(`unknown live param: ${name} (none)`);
  }

  state(): Promise<NamedArrays> {
    return stateOf(this.#options.entrants, this.#turns);
  }

  restore(state: NamedArrays): void {
    checkNames(state, this.#shapes);
    checkArrays(state, this.#shapes);
    for (const name of contenders)
      this.#options.entrants[name].model.restore(partWith(`${name}/`, state));
    this.#turns = state.turns!.data[0]!;
  }

  dispose(): void {
    for (const name of contenders) this.#options.entrants[name].model.dispose();
  }
}

async function stateOf(entrants: PerContender<Entrant>, turns: number): Promise<NamedArrays> {
  const parts = await Promise.all(
    contenders.map(async (name) => withPrefix(`${name}/`, await entrants[name].model.state())),
  );
  return Object.assign({turns: {data: Float32Array.of(turns), shape: [1]}}, ...parts);
}

/** Those of all contenders, "gan-generator". */
function networksOf(entrants: PerContender<Entrant>): Readonly<Record<string, tf.LayersModel>> {
  const entries = contenders.flatMap((name) =>
    Object.entries(entrants[name].model.networks).map(
      ([part, network]) => [`${name}-${part}`, network] as const,
    ),
  );
  return Object.fromEntries(entries);
}
