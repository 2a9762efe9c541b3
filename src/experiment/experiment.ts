import type {ParamTable} from "../lib/params.js";
import type {Exchange} from "../lib/training/exchange.js";
import type {Experiment} from "../lib/training/experiment.js";
import {drawings, reflectOn} from "./drawings.js";
import {ownStart} from "./own-start.js";
import {pageLife, pauseWhileHidden, whenNear} from "./page-life.js";
import {type ExperimentParts, experimentParts} from "./parts.js";
import {watchKeptBack} from "./questions/kept-back.js";
import {register} from "./registry.js";
import {addressOf, followAddress, leadsTo} from "./run/address.js";
import {takeHanded} from "./run/handed-over.js";
import {oncePerFrame} from "./run/rhythm.js";
import {sectionOf} from "./section.js";
import type {Showing} from "./showing.js";

/**
 * A live experiment, ready to be put on a page. Its element reflects its state in `data-experiment`, `data-status`,
 * `data-step`, `data-backend` and `data-seed`; its params come from the address and go back there. Lessons take it from
 * `src/vendor/experiments/`, which the build makes of the folders of `src/experiments/`: a page loads only its own.
 */
export function experiment<T extends ParamTable, X extends Exchange>(
  description: Experiment<T>,
  showing: Showing<X, T>,
): HTMLElement {
  const spec: Experiment = description;
  const address = addressOf(spec);
  const parts = experimentParts(spec, address, showing);
  const section = sectionOf(spec, parts);
  const draw = drawings(spec, parts);
  const reflect = reflectOn(section, spec, parts);
  parts.trainer.subscribe(oncePerFrame(draw, reflect));
  const signal = pageLife(section);
  follow(section, spec, parts, signal);
  const {trainer, shown, keep} = parts;
  const drawStart = ownStart(section, trainer, shown, signal);
  const show = () => {
    draw.status();
    reflect();
  };
  whenNear(section, async () => {
    await shown.recording.fetchStart();
    show();
    if (shown.run === trainer.run) drawStart();
    await keep.look();
  });
  watchKeptBack(() => void shown.recording.keepBackAgain().then(show), signal);
  parts.form.set(address.params);
  parts.notices.complain(address.link.errors);
  reflect();
  const handed = takeHanded(spec.id);
  if (handed !== undefined)
    void import("./handed-code.js").then(({meetHanded}) => meetHanded(handed, section, parts));
  return section;
}

/** Ties the run to the page: its registry, its address, its end, and the reader who looks elsewhere. */
function follow(
  section: HTMLElement,
  spec: Experiment,
  {trainer, shown, scrubber, notices, keep, tabs}: ExperimentParts,
  signal: AbortSignal,
): void {
  const scrollHere = () => section.scrollIntoView({block: "start"});
  register({trainer, recorded: shown.recording.run}, signal);
  trainer.subscribe(() => shown.follow());
  signal.addEventListener("abort", () => trainer.dispose());
  scrubber.addEventListener("input", () => void shown.seek(scrubber.value));
  pauseWhileHidden(trainer, signal);
  addEventListener("pagehide", keep.now, {signal});
  tabs.follow(signal);
  const arrive = ({link, params}: ReturnType<typeof addressOf>) => {
    notices.complain(link.errors);
    void trainer.goTo(params);
    scrollHere();
  };
  followAddress(spec, arrive, signal);
  if (leadsTo(spec.id)) requestAnimationFrame(scrollHere);
}
