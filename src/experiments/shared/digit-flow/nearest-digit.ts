import {isAtWork} from "../../../experiment/run/at-work.js";
import type {Trainer} from "../../../experiment/run/trainer.js";
import {type Inspect, readyInspect} from "../../../figures/sheet/inspector.js";
import type {NearestPicture} from "../gan/gan-exchange.js";

type Ask = (asked: NearestPicture["asks"]) => Promise<NearestPicture["tells"]>;

/** Looks up the training digit that is nearest to a picture, when the worker of `trainer` can. */
export function nearestDigit(trainer: Trainer, ask: Ask): Inspect {
  return readyInspect(isAtWork(trainer), async (image) => {
    const {image: nearest, distance, label} = await ask({image});
    return {image: nearest, distance: distance.data[0]!, label: String(label.data[0])};
  });
}
