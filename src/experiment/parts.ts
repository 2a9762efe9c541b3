import {element} from "../controls/element.js";
import {keepHeight} from "../controls/kept-height.js";
import {timeline} from "../figures/time/timeline.js";
import type {ParamTable, ParamValue} from "../lib/params.js";
import type {Exchange} from "../lib/training/exchange.js";
import type {Experiment} from "../lib/training/experiment.js";
import {newSeed} from "../storage/own-seed.js";
import {exportPanel} from "./exports/export-panel.js";
import {linkPanel} from "./exports/link-panel.js";
import {lookInside} from "./inside/look-inside.js";
import {lazyView} from "./lazy-view.js";
import {driverLine} from "./panels/driver-line.js";
import {experimentTabs} from "./panels/experiment-tabs.js";
import {lateComparison} from "./panels/late-comparison.js";
import {machinePanel} from "./panels/machine-panel.js";
import {longestNarration} from "./panels/narration.js";
import {noticeBox} from "./panels/notice-box.js";
import {paramsForm} from "./panels/params-form.js";
import {recordedSwitch} from "./panels/recorded-switch.js";
import {type RunBarHandlers, runBar} from "./panels/run-bar.js";
import {sourceView} from "./panels/source-view.js";
import {questionLinks} from "./questions/questions.js";
import {RecordedRun} from "./recording.js";
import type {addressOf} from "./run/address.js";
import {keeper} from "./run/keeper.js";
import {paramHost} from "./run/param-host.js";
import {runHistory} from "./run/run-history.js";
import {StepPace} from "./run/step-pace.js";
import {Trainer} from "./run/trainer.js";
import {trainerHost} from "./run/trainer-host.js";
import {shownBy} from "./run/wire.js";
import type {Showing} from "./showing.js";
import {ShownRun} from "./shown-run.js";

/** All that an experiment is made of on a page: its run, and what shows and drives it. */
export type ExperimentParts = ReturnType<typeof experimentParts>;

export function experimentParts<T extends ParamTable, X extends Exchange>(
  spec: Experiment,
  {link, params}: ReturnType<typeof addressOf>,
  {late, recording}: Showing<X, T>,
) {
  const host = trainerHost(spec, (timings) => machine.showMeasured(timings));
  const trainer = new Trainer(spec, params, host);
  const machine = machinePanel(trainer);
  const pace = new StepPace();
  trainer.subscribe((changed) => {
    if (changed === "curves") pace.note(trainer.position, performance.now());
    if (trainer.status !== "running") pace.rest();
  });
  const isSeedLocked = link.locked.includes("seed");
  const form = paramsForm(spec.params, {
    ...link,
    title: spec.title,
    main: spec.mainParams,
    elsewhere: ["seed"],
    onchange: (name: string, value: ParamValue) => void trainer.setParam(name, value),
  });
  const tabs = experimentTabs(spec);
  const makeView = lazyView(async () => (await late()).view(), tabs.putFigures);
  const view = shownBy(makeView, {trainer, ...paramHost({trainer, link, form})});
  const recorded = new RecordedRun(spec, recording);
  const shown = new ShownRun(trainer, view, recorded);
  return {
    linked: link,
    trainer,
    pace,
    machine,
    form,
    tabs,
    view,
    shown,
    bar: runBar(spec, isSeedLocked, questionLinks(spec.id), handlersOf(trainer)),
    label: element("p", {class: "recorded"}),
    driver: driverLine(trainer),
    recorded: recordedSwitch(recorded, (isThere) => {
      if (!isThere)
        trainer.say("The recorded run could not be loaded. Try again, or reload the page.");
      trainer.emit("view");
    }),
    notices: noticeBox(trainer),
    scrubber: timeline({label: "Go back to a checkpoint"}),
    narration: narrationLine(spec),
    past: runHistory(spec, {
      compare: (runs) => shown.compareWith(runs),
      again: (run) => void trainer.restart(run.params, run),
    }),
    sides: lateComparison(spec, view),
    keep: keeper(trainer),
    exports: exportPanel(trainer, view),
    link: linkPanel(trainer, link),
    inside: lookInside(spec, trainer),
    code: sourceView(
      spec,
      async () => (await late()).sources,
      () => shown.run,
    ),
  };
}

function narrationLine(spec: Experiment): HTMLElement {
  return keepHeight(
    element("p", {class: "narration", role: "status", "data-room": longestNarration(spec)}),
  );
}

/** What the run bar's controls do. */
function handlersOf(trainer: Trainer): RunBarHandlers {
  return {
    train: () => void trainer.train(),
    pause: () => void trainer.pause(),
    step: (kind) => void trainer.step(kind),
    reset: () => void trainer.reset(),
    seed: (value) => void trainer.setParam("seed", value),
    pace: (msPerStep) => void trainer.setPace(msPerStep),
    more: (steps) => void trainer.goOn(steps),
    reseed: () => void trainer.trainAnew(newSeed()),
  };
}
