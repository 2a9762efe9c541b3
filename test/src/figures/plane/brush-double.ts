import type {Ink, PlaneBrush} from "../../../../src/figures/plane/plane-layer.js";

/** A brush that writes down what is drawn with it: the calls and the properties set, in their order. */
export function brushDouble(size: number, extent = 1) {
  const drawn: string[] = [];
  const tell = (name: string | symbol, values: readonly unknown[]) =>
    drawn.push([String(name), ...values.map(String)].join(" "));
  const context = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values: readonly unknown[]) => {
          tell(name, values);
        },
      set(_, name, value) {
        tell(name, [value]);
        return true;
      },
    },
  ) as CanvasRenderingContext2D;
  const inks: Readonly<Record<string, readonly [number, number, number]>> = {
    "--ink": [1, 1, 1],
    "--real": [0, 0, 255],
  };
  const colour = (ink: Ink) =>
    typeof ink === "string" ? (inks[ink] ?? ([9, 9, 9] as const)) : ink;
  const brush: PlaneBrush = {context, scale: {extent, size}, ratio: 1, colour};
  return {brush, drawn};
}
