import type {NdArray} from "../../lib/array.js";
import {type ByteImages, firstPictures, pick} from "../../lib/image.js";
import {AdaptedFlow} from "../../lib/models/flow/adapted-flow.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {digitNetwork} from "../shared/digit-flow/digit-network.setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {nearestAnswer} from "../shared/picture-answers.setup.js";
import {classifierIn, fileOf, picturesIn} from "../shared/run-files.setup.js";
import {type ownClass, shownDigits, shownSigns} from "./experiment.js";
import {signBatches, signClass} from "./sign-batches.setup.js";
import {askedDigits, signCounts} from "./sign-counts.setup.js";
import {smallDrawings, taughtDrawings} from "./taught-drawings.setup.js";
import {type Asking, taughtPictures} from "./taught-pictures.setup.js";
import {toldNetworks, toldProbe} from "./told-network.setup.js";

const signs = (count: number) => new Array<number>(count).fill(signClass);

/** The worker's side of `own-class`: a network that draws digits rests, an adapter learns. What a snapshot holds, its description says. */
export const makeOwnClass: MakeSetup<typeof ownClass> = async ({params, random, files, inputs}) => {
  const train = halvedSet(picturesIn(files, "digits"));
  const test = halvedSet(picturesIn(files, "digits", "test"));
  const classifier = classifierIn(files, "digits");
  const large = taughtDrawings(params, {files, inputs}, random.fork("drawings"));
  const drawings = smallDrawings(large);
  const made = toldNetworks(fileOf(files, "generator-digits"));
  const networks = {network: made(), drawer: made()};
  const model = new AdaptedFlow({...digitNetwork, ...params, ...networks}, random.fork("adapter"));
  const counts = signCounts({classifier, test, drawings}, random.fork("floors"));
  let asking: Asking = params;
  return {
    ...trainedOn(model, signBatches(large, train, params, random.fork("batches"))),
    sample(sampling) {
      asking = sampling;
    },
    async snapshot() {
      const digits = askedDigits(shownSigns).slice(0, shownDigits);
      const all = await taughtPictures(model, [...signs(shownSigns), ...digits], asking);
      return {
        drawings: firstPictures(drawings, drawings.shape[0]), // a copy: what is sent is gone
        samples: firstPictures(all, shownSigns),
        digits: lastPictures(all, shownDigits),
        sizes: numbers(model.adapterSize, networks.network.countParams()),
      };
    },
    async measure() {
      const {counted} = asking;
      const digits = askedDigits(counted);
      const all = await taughtPictures(model, [...signs(counted), ...digits], asking);
      const parts = [firstPictures(all, counted), lastPictures(all, digits.length)] as const;
      return {
        ...(await counts.measured(...parts)),
        floors: await counts.floors(counted),
        arrays: {},
      };
    },
    answers: {
      nearest: (asked) =>
        nearestAnswer(
          {...train, images: drawings, labels: new Uint8Array(drawings.shape[0])},
          asked,
        ),
    },
    probe: () => toldProbe(train.images),
    cadence: {measureSteps: 200, checkpointSteps: 50},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

function numbers(...values: number[]): NdArray<Uint32Array> {
  return {data: Uint32Array.from(values), shape: [values.length]};
}

function lastPictures(images: ByteImages, count: number): ByteImages {
  const first = images.shape[0] - count;
  return pick(
    images,
    Array.from({length: count}, (_, i) => first + i),
  );
}
