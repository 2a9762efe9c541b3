/** From 0 to 1 each. */
export type Colour = readonly [red: number, green: number, blue: number];
/** The colour at a place, both from 0 to 1. */
export type Paint = (x: number, y: number) => Colour;
/** [size, size, 3] */
export type Canvas = Float64Array;

/** Every pixel as `paint` has its centre. */
export function paintedAll(size: number, paint: Paint): Canvas {
  const canvas = new Float64Array(size * size * 3);
  for (let pixel = 0; pixel < size * size; pixel++)
    canvas.set(
      paint(((pixel % size) + 0.5) / size, (Math.floor(pixel / size) + 0.5) / size),
      3 * pixel,
    );
  return canvas;
}
