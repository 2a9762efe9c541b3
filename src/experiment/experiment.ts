import {element} from "../controls/element.js";
import {keepHeight} from "../controls/kept-height.js";
import {setText} from "../controls/set-text.js";
import {timeline} from "../figures/time/timeline.js";
import type {ParamTable, ParamValue} from "../lib/params.js";
import type {Exchange} from "../lib/training/exchange.js";
import type {Experiment} from "../lib/training/experiment.js";
import {exportPanel} from "./exports/export-panel.js";
import {lazyView} from "./lazy-view.js";
import {pageLife, pauseWhileHidden, whenNear} from "./page-life.js";
import {lateComparison} from "./panels/late-comparison.js";
import {lookInside} from "./panels/look-inside.js";
import {machinePanel} from "./panels/machine-panel.js";
import {longestNarration, narrate} from "./panels/narration.js";
import {noticeBox} from "./panels/notice-box.js";
import {originLabel} from "./panels/origin-label.js";
import {paramsForm} from "./panels/params-form.js";
import {type RunBarHandlers, runBar} from "./panels/run-bar.js";
import {runLine} from "./panels/run-line.js";
import {type Sources, sourceView} from "./panels/source-view.js";
import {watchKeptBack} from "./questions/kept-back.js";
import {questionLinks} from "./questions/questions.js";
import {register} from "./registry.js";
import {addressOf, followAddress, leadsTo, showInAddress} from "./run/address.js";
import {keeper} from "./run/keeper.js";
import {paramHost} from "./run/param-host.js";
import {atMostEvery, oncePerFrame} from "./run/rhythm.js";
import {runHistory} from "./run/run-history.js";
import type {Changed} from "./run/run-state.js";
import {Trainer} from "./run/trainer.js";
import {trainerHost} from "./run/trainer-host.js";
import {shownBy} from "./run/wire.js";
import {ShownRun} from "./shown-run.js";
import {stage} from "./stage.js";
import type {ViewMaker} from "./view.js";

/** What is fetched of an experiment when a reader comes near. */
export interface Late<X extends Exchange = Exchange, T extends ParamTable = ParamTable> {
  /** Resolves when it can be shown, with its style. */
  view(): Promise<ViewMaker<X, T>>;
  /** The files of the description's `sources`, by their paths. */
  readonly sources: Sources;
}

/** What shows an experiment on a page, beside its description. */
export interface Showing<X extends Exchange = Exchange, T extends ParamTable = ParamTable> {
  readonly late: () => Promise<Late<X, T>>;
  /** Its recorded first run, a file of `data/recorded/`; a new experiment has none yet. */
  readonly recording?: {readonly href: string};
}

/**
 * A live experiment, ready to be put on a page. Its element reflects its state in `data-experiment`, `data-status`,
 * `data-step`, `data-backend` and `data-seed`; its params come from the address and go back there. Lessons take it from
 * `src/vendor/experiments/`, which the build makes of the folders of `src/experiments/`: a page loads only its own.
 */
export function experiment<T extends ParamTable, X extends Exchange>(
  description: Experiment<T>,
  {late, recording}: Showing<X, T>,
): HTMLElement {
  const spec: Experiment = description;
  const {id} = spec;
  const {link, params: start} = addressOf(spec);
  const host = trainerHost(spec, (timings) => machine.showMeasured(timings));
  const trainer = new Trainer(spec, start, host);
  const machine = machinePanel(trainer);
  const setParam = (name: string, value: ParamValue) => void trainer.setParam(name, value);
  const bar = runBar(spec, link.locked.includes("seed"), questionLinks(id), handlersOf(trainer));
  const form = paramsForm(spec.params, {
    ...link,
    title: spec.title,
    main: spec.mainParams,
    elsewhere: ["seed"],
    onchange: setParam,
  });
  const makeView = lazyView(async () => (await late()).view());
  const view = shownBy(makeView, {trainer, ...paramHost({trainer, link, form})});
  const shown = new ShownRun(trainer, view, recording?.href);
  const label = element("p", {class: "recorded"});
  const notices = noticeBox(trainer);
  const scrubber = timeline({label: "Go back to a checkpoint"});
  const narration = keepHeight(
    element("p", {class: "narration", role: "status", "data-room": longestNarration(spec)}),
  );
  const past = runHistory(spec, {
    compare: (runs) => shown.compareWith(runs),
    again: (run) => void trainer.restart(run.params, run.inputs),
  });
  const sides = lateComparison(spec, view);
  const keep = keeper(trainer);
  notices.box.append(keep.offer);
  const section = element(
    "section",
    {class: "experiment", "data-experiment": id, "aria-label": spec.title},
    element("header", {}, element("h3", {}, spec.title), label),
    stage({
      picture: view.picture,
      run: [bar.bar, notices.box],
      time: scrubber,
      dials: form.form,
      below: view.below ?? [],
    }),
    narration,
    element("div", {class: "figures"}, ...view.figures),
    past.panel,
    sides.panel,
    exportPanel(trainer, view),
    lookInside(spec, trainer),
    machine.panel,
    sourceView(
      spec,
      async () => (await late()).sources,
      () => shown.run,
    ),
  );

  const reflect = () => {
    const {status, run, params, position} = trainer;
    Object.assign(section.dataset, {
      status,
      step: String(position),
      backend: run.backend ?? "",
      seed: String(params.seed),
    });
    setText(label, originLabel(spec, shown.run, run));
    bar.set({status, seed: Number(params.seed), line: runLine(trainer, shown.recording)});
    machine.update();
  };
  const narrateNow = () => {
    const {run} = shown;
    setText(narration, run.step > 0 ? narrate(spec, run) : "");
  };
  const narrateSometimes = atMostEvery(5000, narrateNow);
  const setPast = () => {
    past.set(trainer.history, trainer.run);
    sides.set(trainer.history, trainer.run);
  };
  const draw: Readonly<Record<Changed, () => void>> = {
    snapshot: () => {
      shown.drawSnapshot();
      if (trainer.status !== "running") sides.set(trainer.history, trainer.run);
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
      scrubber.update({
        steps: trainer.checkpoints.steps,
        position: trainer.position,
        last: trainer.run.step,
      });
      setPast();
      showInAddress(spec, trainer.run.params);
      shown.draw();
    },
    view: () => shown.drawAnew(),
    status: () => {
      notices.update();
      shown.draw();
      setPast();
      narrateNow();
    },
    notice: notices.update,
  };
  const showRecording = async () => {
    await shown.takeRecording();
    draw.status();
    reflect();
  };
  const arrive = ({link: {errors}, params}: ReturnType<typeof addressOf>) => {
    notices.complain(errors);
    void trainer.goTo(params);
    section.scrollIntoView({block: "start"});
  };

  const signal = pageLife(section);
  register({trainer, recorded: shown.recorded}, signal);
  signal.addEventListener("abort", () => trainer.dispose());
  trainer.subscribe(oncePerFrame(draw, reflect));
  scrubber.addEventListener("input", () => void trainer.seek(scrubber.value));
  pauseWhileHidden(trainer, signal);
  whenNear(section, async () => {
    await showRecording();
    await keep.look();
  });
  watchKeptBack(() => void showRecording(), signal);
  followAddress(spec, arrive, signal);

  if (leadsTo(id)) requestAnimationFrame(() => section.scrollIntoView({block: "start"}));
  form.set(start);
  notices.complain(link.errors);
  reflect();
  return section;
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
  };
}
