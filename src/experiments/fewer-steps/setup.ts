import {classCount} from "../../lib/models/classifier.js";
import {fallingTwice} from "../../lib/models/flow/falling-twice.js";
import {kernelPass} from "../../lib/models/flow/kernel-pass.js";
import {afterOwnLeap} from "../../lib/models/flow/own-leap.js";
import {bankedPairs, leapTime, secondLeap} from "../../lib/models/flow/pair-bank.js";
import {pictureFlow, timeSize} from "../../lib/models/flow/picture-flow.js";
import {reflowing} from "../../lib/models/flow/reflow.js";
import {samplers} from "../../lib/models/flow/samplers.js";
import {Teacher} from "../../lib/models/flow/teacher.js";
import {emptyUNet} from "../../lib/models/flow/unet.js";
import {labelledBatches} from "../../lib/pipeline/labelled-batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import type {Drawer} from "../shared/digit-flow/drawn-digits.setup.js";
import {flowJudge} from "../shared/digit-flow/flow-judge.setup.js";
import {flowProbe} from "../shared/digit-flow/flow-probe.setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {distanceAnswer} from "../shared/digit-flow/steps.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import type {fewerSteps} from "./experiment.js";
import {pairGuidance} from "./fewer-steps-params.js";
import {leapQuality} from "./quality.setup.js";
import {type RowsAsking, rows} from "./rows.setup.js";

/** Pairs of the teacher's in all, and how many each step of reflow adds. */
const [pairCount, pairGrowth] = [1500, 10];
/** Heun's steps in which the teacher makes them. */
const teacherSteps = 5;

/** The worker's side of `fewer-steps`. */
export const makeFewerSteps: MakeSetup<typeof fewerSteps> = async ({params, random, files}) => {
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const {baseWidth, batchSize} = params;
  const network = {...digitNetwork, width: baseWidth, timeSize};
  const teacher = new Teacher(emptyUNet(network), kernelPass);
  const flow = pictureFlow(
    {...params, ...network, decaySteps: 0, keeps: [teacher]},
    random.fork("weights"),
  );
  const bank = bankedPairs({
    ...{teacher, flow, steps: teacherSteps, sampler: samplers.heun},
    ...{shape: [side, side, 1], classes: classCount, count: pairCount, growth: pairGrowth},
    ...{guidance: pairGuidance, time: leapTime},
    random: random.fork("pairs"),
  });
  const pairs = afterOwnLeap(bank, flow, secondLeap);
  const resting: Drawer = {
    ...{kind: flow.kind, path: flow.path},
    denoiser: (condition) => (x, t) => teacher.ask(x, t, condition),
  };
  const judge = flowJudge({classifier, train, test}, random);
  /** What is learned from guided pictures needs no guidance; before that it is `usual`. */
  const guidanceOf = (usual: number) => (teacher.isTaken ? 1 : usual);
  const asking = {sampler: "euler", steps: 1, eta: 0};
  const reflow = reflowing(flow, {teacher, pairs, from: params.reflowFrom});
  const model = fallingTwice(reflow, flow, params);
  let shown: RowsAsking = params;
  return {
    ...trainedOn(model, labelledBatches(train, {batchSize, shift: 0}, random.fork("batches"))),
    sample(sampling) {
      shown = sampling;
    },
    async snapshot() {
      const after = await rows(flow, guidanceOf(shown.guidance), shown);
      return {
        before: teacher.isTaken ? await rows(resting, shown.guidance, shown) : after,
        after,
        begun: {data: Uint8Array.of(teacher.isTaken ? 1 : 0), shape: [1]},
      };
    },
    measure: () => leapQuality(judge, flow, guidanceOf(pairGuidance)),
    answers: {
      nearest: (inputs) => nearestAnswer(train, inputs),
      async distance(inputs) {
        const of = (drawer: Drawer, guidance: number) =>
          distanceAnswer(judge, drawer, {...asking, guidance}, inputs);
        const now = await of(flow, guidanceOf(shown.guidance));
        if (!teacher.isTaken) return now;
        return {...now, teacher: (await of(resting, shown.guidance)).distance};
      },
    },
    probe: () => flowProbe(train.images),
    cadence: {measureSteps: 400, checkpointSteps: 50},
    dispose() {
      flow.dispose();
      teacher.dispose();
      classifier.dispose();
    },
  };
};
