import {element} from "../../controls/element.js";
import {drawPicture, pictureStrip} from "../../figures/picture-canvas.js";
import type {ByteImages} from "../../lib/image.js";
import type {AnimationFrame} from "./animation.js";

/** Large enough for a phone: at least so many pixels wide. */
const leastWidth = 256;

/** The pictures there and back, each above its label; both ends once. One canvas is drawn on again for each frame. */
export function* pictureFrames(
  images: ByteImages,
  labels: readonly string[],
): Generator<AnimationFrame> {
  const [count, h, w] = images.shape;
  const scale = Math.ceil(leastWidth / w);
  const picture = element("canvas", {width: w * scale, height: h * scale});
  const context = picture.getContext("2d")!;
  const strip = pictureStrip(images);
  const there = [...Array(count).keys()];
  for (const i of [...there, ...there.toReversed().slice(1, -1)]) {
    drawPicture(context, strip, h, i, 0, 0, scale);
    yield {picture, label: labels[i] ?? ""};
  }
}
