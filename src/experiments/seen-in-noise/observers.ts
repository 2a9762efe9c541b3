/** Runs as observers whose curves are drawn. */
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {NamedObserver} from "../../figures/recognition/reading-curves.js";
import type {FittedPsychometric, Trial} from "../../lib/metrics/psychometric.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {perLevel} from "./experiment.js";

/** The run as its picture shows it: `right` of 60 at each share, and the numbers of the fitted curve. */
export function observerOf(run: RunRecord, right: Uint8Array, fit: Float32Array): NamedObserver {
  return {name: nameOf(run), trials: trialsOf(right), fitted: fittedOf(fit)};
}

/** The run as it was last measured: a curve without its counts. Undefined before there is one. */
export function measuredObserver(run: RunRecord): NamedObserver | undefined {
  const fit = run.measurements.at(-1)?.arrays.fit?.data as Float32Array | undefined;
  return fit && {name: nameOf(run), trials: [], fitted: fittedOf(fit)};
}

function fittedOf(fit: Float32Array): FittedPsychometric {
  const [threshold, spread, lapse, low, high] = Array.from(fit) as Five;
  return {fit: {threshold, spread, lapse}, interval: [low, high]};
}

type Five = [number, number, number, number, number];

/** "Run 2, noise up to 0.8" */
function nameOf({number, params}: RunRecord): string {
  const noise = Number(params.noise);
  return `Run ${number}, ${noise === 0 ? "clean digits only" : `noise up to ${noise}`}`;
}

function trialsOf(right: Uint8Array): readonly Trial[] {
  return noiseLevels.flatMap((level, k) =>
    Array.from({length: perLevel}, (_, i) => ({level, isRight: i < right[k]!})),
  );
}

/** "0.10: 8" … */
export function saidCaptions(said: Uint8Array): readonly string[] {
  return noiseLevels.map((level, i) => `${level.toFixed(2)}: ${said[i]}`);
}
