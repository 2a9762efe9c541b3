import type {NdArray} from "../../lib/array.js";
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type ByteImages, toBytes} from "../../lib/image.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {pictureFlow} from "../../lib/models/flow/picture-flow.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import {Random} from "../../lib/random.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {side as pictureSide} from "../shared/digit-flow/digit-flow.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import {pictures} from "../shared/digit-flow/drawn-digits.setup.js";
import {flowProbe} from "../shared/digit-flow/flow-probe.setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {labelSheet} from "../shared/label-sheet.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {type dataLab, dataRows, madeRows} from "./experiment.js";
import {cleanCount, type labParams} from "./lab-params.js";
import {askedFor, labScores, type Score, type Scores, scoreNames} from "./lab-scores.setup.js";
import {labSet, unchanged} from "./lab-set.js";
import {pairBatches} from "./pair-batches.setup.js";
import {PairModel, type PerSide, type Side} from "./pair-model.setup.js";

type Asking = SamplingParams<typeof labParams>;

/** Channels of the networks at the full size of a picture: half of those of `diffusion-digits`, for there are two. */
const width = 8;
const way = {sampler: "heun", steps: 5, eta: 0} as const;

/** The worker's side of `data-lab`: two networks, of which the control learns from clean data. What a snapshot holds, its description says. */
export const makeDataLab: MakeSetup<typeof dataLab> = async ({params, random, files}) => {
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const sets = setsOf(train, params, random.fork("data"));
  const weights = random.fork("weights").state();
  const flow = () => pictureFlow({...params, ...digitNetwork, width}, Random.from(weights));
  const flows: PerSide<FlowModel> = {control: flow(), changed: flow()};
  const model = await PairModel.of(flows);
  const scores = labScores({classifier, train, test}, random.fork("floors"));
  const limits = new Map<Side, number>();
  let asking: Asking = params;
  const drawn = (side: Side, count: number) => drawnDigits(flows[side], askedFor(count), asking);
  const scored = async (side: Side): Promise<Scores> => {
    const learned = sets[side].images;
    const limit = limits.get(side) ?? scores.limitOf(learned);
    limits.set(side, limit);
    return scores.of(await drawn(side, asking.counted), learned, limit);
  };
  const batches = pairBatches(sets, params.batchSize, params.shift, random.fork("batches"));
  return {
    ...trainedOn(model, batches),
    sample(sampling) {
      asking = sampling;
    },
    async snapshot() {
      const count = 10 * madeRows;
      return {
        controlData: labelSheet(sets.control, dataRows),
        changedData: labelSheet(sets.changed, dataRows),
        controlMade: await drawn("control", count),
        changedMade: await drawn("changed", count),
        counts: {
          data: Uint32Array.of(sets.control.labels.length, sets.changed.labels.length),
          shape: [2],
        },
      };
    },
    async measure() {
      const [control, changed] = [await scored("control"), await scored("changed")];
      return {
        scalars: {
          ...{controlDistance: control.distance.value, distance: changed.distance.value},
          ...{controlAgreement: control.agreement.value, agreement: changed.agreement.value},
          samples: asking.counted,
        },
        floors: {
          ...{controlDistance: control.distance.floor, distance: changed.distance.floor},
          ...{controlAgreement: control.agreement.floor, agreement: changed.agreement.floor},
        },
        intervals: {
          controlDistance: control.distance.interval,
          distance: changed.distance.interval,
        },
        arrays: {scores: tableOf({control, changed})},
      };
    },
    answers: {},
    probe: () => flowProbe(train.images),
    cadence: {measureSteps: 250, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

type LabParams = Parameters<typeof makeDataLab>[0]["params"];

function setsOf(train: ImageDataset, params: LabParams, random: Random): PerSide<ImageDataset> {
  const clean = {...unchanged, pictures: Math.min(cleanCount, train.labels.length)};
  const pictures = Math.min(params.pictures, train.labels.length);
  return {
    control: labSet(train, clean, random),
    changed: labSet(train, {...params, pictures}, random),
  };
}

/** Always from the same noise for the same hand. [n, 14, 14, 1] */
async function drawnDigits(
  flow: FlowModel,
  labels: readonly number[],
  {guidance, hand}: Asking,
): Promise<ByteImages> {
  const noise = new Random(hand).fork("noise");
  const start = noise.normals(labels.length * pictureSide ** 2);
  const beginning = {start, labels, chance: new Random(1)};
  return toBytes(await pictures(flow, beginning, {...way, guidance}));
}

function tableOf({control, changed}: PerSide<Scores>): NdArray<Float32Array> {
  const row = ({value, interval, floor}: Score) => [
    value,
    ...[interval.low, interval.high, floor.low, floor.high],
  ];
  const rows = scoreNames.flatMap((name) => [...row(control[name]), ...row(changed[name])]);
  return {data: Float32Array.from(rows), shape: [scoreNames.length, 2, 5]};
}
