import {findPointClass, pointClassCount} from "../../lib/datasets/point-classes.js";
import {findPointSet} from "../../lib/datasets/points.js";
import {drivenMix} from "../../lib/driving/driven-mix.js";
import {pathNamed} from "../../lib/models/flow/path.js";
import {planeFlow, planeNetwork, timeSize} from "../../lib/models/flow/plane-flow.js";
import {reflowing} from "../../lib/models/flow/reflow.js";
import {freshPairs} from "../../lib/models/flow/reflow-pairs.js";
import {Teacher} from "../../lib/models/flow/teacher.js";
import {timeFeatures} from "../../lib/models/flow/time-features.js";
import {pointBatches} from "../../lib/pipeline/batches.js";
import {labelledPoints} from "../../lib/pipeline/labelled-points.js";
import * as tf from "../../lib/tf.js";
import {drivenBy, type MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {probeCount} from "../shared/probe.setup.js";
import {type diffusionPlane, matchedPoints} from "./experiment.js";
import {flowPicture} from "./flow-picture.setup.js";
import {flowQuality} from "./flow-quality.setup.js";

/** Points of the data in a picture. */
const shownPoints = 300;
/** Euler's steps of the network that reflow learns from: with 6 the distance stayed a quarter greater, 20 took longer. */
const teacherSteps = 12;
/** Share of points whose class is not told. */
const conditionDrop = 0.15;

/** The worker's side of `diffusion-plane`. */
export const makeDiffusionPlane: MakeSetup<typeof diffusionPlane> = async (context) => {
  const {params, random} = context;
  const draw = findPointSet(params.points);
  const classes = params.told === "class" ? pointClassCount : 0;
  const teacher = new Teacher(planeNetwork(params.width, classes));
  const told = {classes, conditionDrop};
  const options = {...params, ...told, path: pathNamed(params.path), kind: params.prediction};
  const flow = planeFlow({...options, keeps: [teacher]}, random.fork("weights"));
  const pairs = freshPairs({teacher, flow, steps: teacherSteps});
  const reflow = {teacher, pairs, from: params.reflowFrom};
  const shown = {
    real: draw(random.fork("shown"), shownPoints),
    noise: random.fork("noise").normals(2 * matchedPoints),
    random: random.fork("sampling"),
    mix: drivenBy(context, "ddimStep", drivenMix),
  };
  const inTurn = Array.from({length: matchedPoints}, (_, i) => i % pointClassCount);
  const quality = flowQuality(flow, draw, {...shown, labels: inTurn}, random.fork("measure"));
  let sampling: Parameters<typeof flowPicture>[2] = params;
  const points = pointBatches(draw, params.batchSize, random.fork("batches"));
  const batches = labelledPoints(points, findPointClass(params.points));
  return {
    ...trainedOn(reflowing(flow, reflow), batches),
    sample(next) {
      sampling = next;
    },
    snapshot: () => flowPicture(flow, shown, sampling),
    measure: () => quality(sampling),
    answers: {},
    probe: () => probeOf(shown.real, classes),
    cadence: {measureSteps: 200, checkpointSteps: 200},
    dispose() {
      flow.dispose();
      teacher.dispose();
    },
  };
};

/** Points of the data, halfway from noise, told nothing. */
function probeOf(real: Float32Array, classes: number): tf.Tensor[] {
  const halfway = new Array<number>(probeCount).fill(0.5);
  return [
    tf.tensor2d(real.subarray(0, 2 * probeCount), [probeCount, 2]),
    tf.tensor2d(timeFeatures(halfway, timeSize), [probeCount, timeSize]),
    ...(classes > 0 ? [tf.zeros([probeCount, classes])] : []),
  ];
}
