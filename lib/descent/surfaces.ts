/** Surfaces for a race of optimisers, each a formula with a start and rates at which something can be seen. */

export interface DescentSurface {
  readonly words: string;
  readonly formula: string;
  /** The map goes from -extent to extent. */
  readonly extent: number;
  readonly start: readonly [x: number, y: number];
  /** Of SGD and momentum, which multiply it by the slope. */
  readonly rate: number;
  /** Of RMSProp, Adam and AdamW, which take away the slope's size. */
  readonly adaptiveRate: number;
}

export const descentSurfaces = {
  ravine: {
    words: "a ravine",
    formula: "x^2/20 + 2*y^2",
    extent: 3,
    start: [-2.6, 1],
    rate: 0.1,
    adaptiveRate: 0.1,
  },
  slanting: {
    words: "a ravine that lies slanting",
    formula: "(x + y)^2/40 + (x - y)^2",
    extent: 3,
    start: [-2.6, -1.2],
    rate: 0.1,
    adaptiveRate: 0.1,
  },
  bowl: {
    words: "a bowl",
    formula: "x^2 + y^2",
    extent: 3,
    start: [-2.3, 1.6],
    rate: 0.1,
    adaptiveRate: 0.1,
  },
  rosenbrock: {
    words: "Rosenbrock’s valley",
    formula: "(1 - x)^2 + 20*(y - x^2)^2",
    extent: 2,
    start: [-1.3, 1.7],
    rate: 0.002,
    adaptiveRate: 0.05,
  },
  saddle: {
    words: "a saddle",
    formula: "x^2 - y^2 + y^4/4",
    extent: 2.5,
    start: [-2, 0.001],
    rate: 0.05,
    adaptiveRate: 0.05,
  },
  valleys: {
    words: "many valleys",
    formula: "(x^2 + y^2)/4 - 0.4*cos(3*x) - 0.4*cos(3*y)",
    extent: 3,
    start: [-2.5, 2.3],
    rate: 0.1,
    adaptiveRate: 0.1,
  },
} as const satisfies Readonly<Record<string, DescentSurface>>;

export type DescentSurfaceName = keyof typeof descentSurfaces;
