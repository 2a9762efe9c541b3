/** The layers of a GAN's plane. While the reader paints there are only the painted points. */
import type {NamedArrays} from "../../lib/array.js";
import type {Point} from "../point.js";
import {arrows} from "./layers/arrows.js";
import {field} from "./layers/field.js";
import {mesh} from "./layers/mesh.js";
import {cross, disc, points} from "./layers/points.js";
import {strays} from "./layers/strays.js";
import type {PaintedPoints} from "./painted-points.js";
import type {PlaneLayer} from "./plane-layer.js";
import {markSample, shadeSample} from "./plane-legend.js";
import {countText, generatedText, meanText, opinionText, paintedText} from "./point-text.js";

/** Names of the layers for readers, in the order of the legend. */
export const pointLayerWords = {
  field: "judge's opinion",
  real: "real points",
  generated: "generated points",
  gradients: "judge's push",
  warp: "the generator's grid",
} as const;

export type PointLayerName = keyof typeof pointLayerWords;

export interface PointPlaneData {
  /** `real` and `generated` [n, 2], `gradients` [n, 2] at the generated points, `field` [g, g] with its first row lowest,
   * `warp` [k, k, 2] or [k, 2]. What is missing is not drawn; other names are passed over. */
  readonly arrays: NamedArrays;
  /** Layers not named are on. */
  readonly layers?: Readonly<Partial<Record<PointLayerName, boolean>>>;
  /** Whether the layer of carried-layer.ts is on. */
  readonly isCarried?: boolean;
  /** The reader paints the real points; painted points take the place of `real`. */
  readonly drawing?: boolean;
}

type Layer = PlaneLayer<PointPlaneData, Point>;

export function pointLayers(
  extent: number,
  painted?: PaintedPoints,
): Readonly<Record<PointLayerName, Layer>> {
  return {
    field: judgeField(extent),
    real: realPoints(painted),
    generated: generatedPoints(extent),
    gradients: {
      ...arrows(({arrays}) => pushes(arrays), "--judge"),
      ...named("gradients", "M2,5H23M18,1l6,4l-6,4"),
    },
    warp: {
      ...mesh(({arrays}) => arrays.warp, "--generated"),
      ...named("warp", "M2,1Q13,4,24,1M2,9Q13,5,24,9M3,0Q7,5,3,10M13,1V9M23,0Q19,5,23,10"),
    },
  };
}

function judgeField(extent: number): Layer {
  const shades = {low: "--generated", middle: "--paper", high: "--real"} as const;
  const sample = () => shadeSample("generated", "real");
  return {
    ...field(({arrays}) => arrays.field, shades),
    isOn: isShown("field"),
    legend: {name: "field", words: pointLayerWords.field, sample},
    says({arrays: {field, real, generated}, drawing}) {
      if (!field || drawing) return undefined;
      const parts = [
        real && `the judge says ${meanText(field, extent, real)} real at the real points`,
        generated && `${meanText(field, extent, generated)} at the generated ones`,
      ];
      return parts.filter((part) => part !== undefined).join(", ");
    },
    readout: (place, {arrays: {field}, drawing}) =>
      field && !drawing ? opinionText(field, extent, place) : undefined,
  };
}

/** Those beyond the frame are marked and counted at its edge. */
function generatedPoints(extent: number): Layer {
  const of = ({arrays}: PointPlaneData) => arrays.generated?.data;
  const inside = points(of, cross, "--generated");
  const outside = strays(of, extent, "--generated", "--generated-text");
  return {
    draw(brush, data) {
      inside.draw?.(brush, data);
      outside.draw?.(brush, data);
    },
    ...named("generated", "M9,1l8,8M17,1l-8,8"),
    says: ({arrays: {generated}, drawing}) =>
      generated && !drawing ? generatedText(generated, extent) : undefined,
  };
}

function realPoints(painted: PaintedPoints | undefined): Layer {
  const {isOn, legend} = named("real", "M9,5a4,4,0,1,0,8,0a4,4,0,1,0,-8,0");
  return {
    ...points(
      ({arrays, drawing}) => (drawing ? painted?.values : arrays.real?.data),
      disc,
      "--real",
    ),
    legend,
    isOn: (data) => data.drawing || isOn(data),
    says({arrays: {real}, drawing}) {
      if (drawing) return paintedText(painted?.count ?? 0);
      return real && countText(real, "real");
    },
  };
}

function named(name: PointLayerName, path: string) {
  const legend = {name, words: pointLayerWords[name], sample: () => markSample(path)};
  return {isOn: isShown(name), legend};
}

function isShown(name: PointLayerName) {
  return ({arrays, layers, drawing}: PointPlaneData): boolean =>
    !drawing && name in arrays && (layers?.[name] ?? true);
}

function pushes({generated, gradients}: NamedArrays) {
  return generated && gradients && {points: generated.data, vectors: gradients.data};
}
