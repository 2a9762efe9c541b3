import {toBytes} from "../../lib/image.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {ArenaModel} from "./arena-model.setup.js";
import {ratesOf} from "./arena-params.js";
import {type Contender, contenders, perContender} from "./contenders.js";
import {batchSize, makeEntrants, turnBatches} from "./entrants.setup.js";
import {type arena, sheetCount} from "./experiment.js";
import {arenaJudge} from "./judging.setup.js";
import {speeds} from "./speeds.setup.js";

/** The worker's side of `arena`. What a snapshot and the answers hold, its description says. */
export const makeArena: MakeSetup<typeof arena> = async ({params, random, files}) => {
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const rates = ratesOf(params);
  const weights = random.fork("weights");
  const entrants = await makeEntrants(train.images, rates, params.decayTurns, weights);
  const now = () => performance.now();
  const model = await ArenaModel.of({entrants, rates, batchSize, now});
  const judge = arenaJudge({classifier, train, test, entrants, now}, random.fork("judge"));
  let {hand} = params;
  return {
    ...trainedOn(model, imageBatches(train, turnBatches * batchSize, random.fork("batches"))),
    sample(sampling) {
      ({hand} = sampling);
    },
    async snapshot() {
      const sheets = new Map<Contender, ReturnType<typeof toBytes>>();
      for (const name of contenders)
        sheets.set(name, toBytes(await entrants[name].draw(sheetCount, new Random(hand))));
      return perContender((name) => sheets.get(name)!);
    },
    measure: judge.measure,
    answers: {
      async spent() {
        const parts = contenders.map((name) => model.spent[name]);
        return {
          ms: four(parts.map(({ms}) => ms)),
          steps: four(parts.map(({steps}) => steps)),
          weights: four(contenders.map((name) => weightsOf(entrants[name].model.networks))),
        };
      },
      speeds: async () => ({rates: four(await speeds(train, now))}),
      judge: judge.judged,
      judgeGiven: judge.given,
    },
    probe(network) {
      const name = contenders.find((each) => network.startsWith(`${each}-`))!;
      return entrants[name].probe(network.slice(name.length + 1), random.fork("probe"));
    },
    cadence: {measureSteps: 25, checkpointSteps: 25},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

function four(values: readonly number[]) {
  return {data: Float32Array.from(values), shape: [contenders.length]};
}

function weightsOf(networks: ArenaModel["networks"]): number {
  return Object.values(networks).reduce((sum, network) => sum + network.countParams(), 0);
}
