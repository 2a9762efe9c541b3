import {setText} from "../controls/set-text.js";
import type {Experiment} from "../lib/training/experiment.js";
import {type Ending, isAtLimit, moreSteps} from "./panels/ending.js";
import {narrate} from "./panels/narration.js";
import {nextVariation} from "./panels/next-link.js";
import {originLabel} from "./panels/origin-label.js";
import {runLine} from "./panels/run-line.js";
import type {ExperimentParts} from "./parts.js";
import {accessTo, showInAddress} from "./run/address.js";
import {atMostEvery} from "./run/rhythm.js";
import type {Changed} from "./run/run-state.js";
import type {ShownRun} from "./shown-run.js";

/** What is drawn anew after each kind of change. */
export function drawings(
  spec: Experiment,
  parts: ExperimentParts,
): Readonly<Record<Changed, () => void>> {
  const {trainer, shown, form, scrubber, narration, notices, past, sides, code} = parts;
  const narrateNow = () => {
    const {run} = shown;
    setText(narration, shown.isEmpty ? "" : narrate(spec, run));
  };
  const narrateSometimes = atMostEvery(5000, narrateNow);
  const setPast = () => {
    past.set(trainer.history, trainer.here, trainer.run.step);
    setSides();
  };
  const setSides = () => {
    const {history, here, run} = trainer;
    sides.set(run.step > 0 ? [...history, here] : history);
  };
  return {
    loading: () => {}, // the run line says how far it is
    snapshot: () => {
      shown.drawSnapshot();
      if (trainer.status !== "running") setSides();
    },
    curves: () => {
      shown.draw();
      narrateSometimes();
    },
    measurement: () => {
      shown.draw();
      setPast();
    },
    run: () => {
      form.set(trainer.params);
      scrubber.update(shown.time);
      setPast();
      showInAddress(spec, trainer.run);
      shown.draw();
      code.update();
    },
    view: () => {
      scrubber.update(shown.time);
      shown.drawAnew();
      narrateNow();
      code.update();
    },
    status: () => {
      notices.update();
      shown.draw();
      setPast();
      narrateNow();
      code.update();
    },
    notice: notices.update,
  };
}

/** What the picture is, where that is not only a matter of how a run was made. */
function labelOf({isStale, isReadersOwn}: ShownRun, origin: string): string {
  if (isStale) return "other settings: their picture is on its way …";
  return isReadersOwn ? "yours: what the run is to learn" : origin;
}

/** Writes on `section` how its run stands, for tests and styles, and in its label and run bar for the reader. */
export function reflectOn(section: HTMLElement, spec: Experiment, parts: ExperimentParts) {
  const {trainer, shown, label, driver, bar, machine, pace, linked, recorded} = parts;
  const ending = (): Ending => ({
    more: moreSteps(spec, trainer.run, linked),
    canReseed: "seed" in spec.params && accessTo(linked, "seed") === "open",
    next: nextVariation(section, spec, trainer.run.params),
  });
  return () => {
    const {status, run, params, position} = trainer;
    Object.assign(section.dataset, {
      status,
      step: String(position),
      backend: run.backend ?? "",
      seed: String(params.seed),
    });
    section.toggleAttribute("data-stale", shown.isStale);
    setText(label, labelOf(shown, originLabel(spec, shown.run, run)));
    recorded.update();
    const {start} = shown.recording;
    bar.set({
      status,
      isBound: trainer.isBound,
      seed: Number(params.seed),
      line: runLine(trainer, pace, start),
      ending: status === "done" && isAtLimit(run) ? ending() : undefined,
      recordedSeed: start && Number(start.params.seed),
    });
    driver.update();
    machine.update();
  };
}
