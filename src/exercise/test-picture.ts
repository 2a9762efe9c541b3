import {element} from "../controls/element.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../figures/picture-canvas.js";
import type {TestPicture} from "../lib/grading/verdict.js";
import {toBytes} from "../lib/image.js";

const usualTitles = {expected: "Expected", yours: "Yours", difference: "Difference"};
const leastSidePx = 96;

/** Crisp, and large enough to judge. */
export function testPicture(
  {role, images, alt}: TestPicture,
  titles: Readonly<Record<TestPicture["role"], string>> = usualTitles,
): HTMLElement {
  const [n, h, w] = images.shape;
  const canvas = element("canvas", {role: "img", "aria-label": alt});
  const scale = Math.max(1, Math.ceil(leastSidePx / Math.max(h, w)));
  const context = sizeCanvas(canvas, n * w * scale, h * scale, 1);
  const strip = pictureStrip(toBytes(images));
  for (let i = 0; i < n; i++) drawPicture(context, strip, h, i, i * w * scale, 0, scale);
  return element("figure", {}, canvas, element("figcaption", {}, titles[role]));
}
