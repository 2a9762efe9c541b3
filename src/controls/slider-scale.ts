import type {NumberParam} from "../lib/params.js";

/** Between slider ticks and values: a grid of `step`, or three significant digits on a log scale. */
export function sliderScale({min, max, step, scale}: NumberParam): {
  readonly ticks: number;
  value(tick: number): number;
  tick(value: number): number;
} {
  if (scale === "log") {
    const ticks = 200;
    const ratio = Math.log(max / min);
    return {
      ticks,
      value: (tick) =>
        tick <= 0
          ? min
          : tick >= ticks
            ? max
            : Number((min * Math.exp((ratio * tick) / ticks)).toPrecision(2)),
      tick: (value) => Math.round((Math.log(value / min) / ratio) * ticks),
    };
  }
  const ticks = Math.round(Math.min((max - min) / step, 1000));
  const stride = (max - min) / ticks;
  return {
    ticks,
    value: (tick) => Number((min + Math.round((tick * stride) / step) * step).toFixed(6)),
    tick: (value) => Math.round((value - min) / stride),
  };
}
