import {element} from "../../controls/element.js";
import {changeValue, type Figure, figure} from "../figure.js";
import type {Point} from "../point.js";
import {axes, crosshair, paintable} from "./layers/frame.js";
import {PaintedPoints} from "./painted-points.js";
import {plane} from "./plane.js";
import type {PlaneLayer} from "./plane-layer.js";
import {type PointPlaneData, pointLayers} from "./point-layers.js";
import {paintedText, placeText, plainText} from "./point-text.js";

export type {PointPlaneData} from "./point-layers.js";

export interface PointPlaneOptions {
  readonly label: string;
  /** Most CSS pixels of an edge, default 440. */
  readonly size?: number;
  /** The plane goes from -extent to extent both ways, default 1.25. */
  readonly extent?: number;
  /** A layer below the points, beside those that every GAN has. */
  readonly below?: PlaneLayer<PointPlaneData, Point>;
}

/** Its value is what the reader painted, [n, 2] flat in [-1, 1]; "input" comes at the end of each stroke. */
export interface PointPlaneFigure extends Figure<PointPlaneData, Float32Array> {
  /** Takes all painted points away. */
  clear(): void;
}

const isPainting = ({drawing}: PointPlaneData) => drawing ?? false;

/** Points on the plane with the judge's field, its push on the generated points and the generator's grid. */
export function pointPlane({
  label,
  size = 440,
  extent = 1.25,
  below,
}: PointPlaneOptions): PointPlaneFigure {
  const added = below ? [below] : [];
  const painted = new PaintedPoints();
  const {field, real, generated, gradients, warp} = pointLayers(extent, painted);
  const words = element("p", {class: "fig-plane-words"});
  const tellPainted = () => {
    renew();
    changeValue(self, painted.values);
  };
  const {
    element: root,
    update,
    renew,
    speak,
  } = plane<PointPlaneData, Point>({
    label,
    size,
    extent,
    class: "fig-plane",
    data: {arrays: {}},
    layers: [
      ...[field, warp, ...added, real, gradients, generated],
      ...[axes(), paintable(isPainting), crosshair()],
    ],
    legend: [field, real, generated, gradients, warp, ...added],
    summary: [real, generated, field, ...added],
    look: (place) => place,
    isFleeting: true,
    nameOf: placeText,
    keys: keysText,
    words: {
      element: words,
      text: (readout, data) =>
        data?.drawing
          ? paintedText(painted.count)
          : (readout ?? plainText(data?.arrays.generated, extent)),
    },
    parts: [words],
    partsRoom: 260,
    stroke: {
      isOpen: isPainting,
      press(place) {
        painted.press(place);
        renew();
      },
      drag(place) {
        painted.drag(place);
        renew();
      },
      release() {
        painted.release();
        tellPainted();
        speak(paintedText(painted.count));
      },
      undo() {
        if (painted.count === 0) return;
        painted.undo();
        speak(paintedText(painted.count));
        tellPainted();
      },
    },
  });
  const self = Object.assign(figure<PointPlaneData, Float32Array>(root, painted.values, update), {
    clear() {
      painted.clear();
      tellPainted();
    },
  });
  return self;
}

function keysText(data?: PointPlaneData): string {
  return data?.drawing
    ? "arrow keys move the cursor, Space puts a point, Backspace takes the last back"
    : "arrow keys move a cursor and say what the judge thinks there";
}
