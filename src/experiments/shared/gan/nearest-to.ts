import type {Trainer} from "../../../experiment/trainer.js";
import type {Nearest} from "../../../figures/inspector.js";
import {findImageSet} from "../../../lib/datasets/index.js";
import type {ByteImages} from "../../../lib/image.js";

/** The training picture nearest to `image` [1, h, w, c]; the worker finds it. */
export async function nearestTo(trainer: Trainer, image: ByteImages): Promise<Nearest> {
  const answer = await trainer.request({type: "ask", question: "nearest", inputs: {image}});
  const {classNames} = findImageSet(String(trainer.params.dataset));
  return {
    image: answer.image as ByteImages,
    distance: answer.distance!.data[0]!,
    label: classNames[answer.label!.data[0]!] ?? "",
  };
}
