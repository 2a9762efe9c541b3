import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {isSameRun, type RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {whileNear} from "../../figures/nearness.js";
import {pairChooser} from "../../figures/sheet/pair-chooser.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {furthest, shownFaces, stripCount, type vaeFaces} from "./experiment.js";
import {changesFigure} from "./face-changes.js";
import type {FaceView} from "./face-view.js";
import {rankChoice} from "./rank-choice.js";
import {stripFilm} from "./strip-film.js";

type Exchanged = ExchangeOf<typeof vaeFaces>;

const side = 32;
/** Why nothing can be chosen yet. */
const asleep =
  "Press Train to choose for yourself: these are the last pictures of a run, and only a running network can draw others.";
const stripLabels = {
  walk: "from face A to face B",
  vary: "one latent number varied",
  shift: "an attribute added to face A",
};

type StripName = keyof typeof stripLabels;

const stripNames = Object.keys(stripLabels) as StripName[];

const filmWords: Readonly<Record<StripName, {label: string; title: string}>> = {
  walk: {label: "Save the walk (GIF)", title: "from A to B"},
  vary: {label: "Save the change (GIF)", title: "one latent number"},
  shift: {label: "Save the attribute (GIF)", title: "an attribute added"},
};

/** The faces to choose from and what the decoder makes of the chosen ones. */
export function faceDesk(host: ViewHost<Exchanged, typeof vaeFaces.params>) {
  const {trainer, paramsOf, controlOf} = host;
  const chooser = pairChooser({
    label: "test faces and their reconstructions",
    places: shownFaces,
    side,
    noun: "face",
  });
  const strips = Object.fromEntries(
    Object.entries(stripLabels).map(([name, label]) => [
      name,
      pictureRow({label, role: "generated"}),
    ]),
  ) as Record<StripName, ReturnType<typeof pictureRow>>;
  const changes = changesFigure();
  const rank = rankChoice(host);
  const controls = {
    end: sleeper(controlOf("end")),
    rank: sleeper(rank.row),
    add: sleeper(controlOf("add")),
    strength: sleeper(controlOf("strength")),
  };
  const note = element("p", {class: "face-note"});
  let shown: {readonly arrays: Exchanged["snapshot"]; readonly run: RunRecord} | undefined;
  let measured: {readonly run: RunRecord; readonly what: string} | undefined;

  const ask = latestAnswer(
    () => host.ask("changes", {}),
    (_, answer) => {
      if (!(answer instanceof Error)) changes.draw(answer);
    },
  );
  const askSeen = whileNear([changes.element], () => trainer.run.step > 0 && ask(undefined));
  /** A run measures by itself what it began with; what the reader adds later is asked for, where it is seen. */
  const measure = (run: RunRecord) => {
    const {add, strength} = paramsOf(run);
    const what = `${add} ${strength}`;
    const isAsked = measured && isSameRun(measured.run, run) && measured.what !== what;
    measured = {run, what};
    if (isAsked && isSameRun(run, trainer.run)) askSeen();
  };
  const chosenEnd = () => (paramsOf(trainer.run).end === "A" ? "face" : "other");
  const wake = (isAwake: boolean) => {
    setText(note, isAwake ? "" : asleep);
    for (const control of Object.values(controls)) control.disabled = !isAwake;
    chooser.choices.disabled = !isAwake || host.accessTo(chosenEnd()) !== "open";
  };
  const film = (name: StripName) =>
    stripFilm(
      trainer,
      {...filmWords[name], name},
      () => shown && {images: shown.arrays[name], captions: captionsOf(name, paramsOf(shown.run))},
    );
  const films = {walk: film("walk"), vary: film("vary"), shift: film("shift")};
  chooser.addEventListener("input", () => {
    if (chooser.value !== undefined) host.setParam(chosenEnd(), chooser.value + 1);
  });

  const redraw = () => {
    if (!shown?.arrays.originals) return;
    const {arrays, run} = shown;
    const params = paramsOf(run);
    chooser.update({
      pictures: arrays.originals,
      drawings: arrays.reconstructions,
      marks: marksOf(params),
    });
    for (const name of stripNames) {
      const captions = captionsOf(name, params);
      const summary = `${stripCount} pictures, from ${captions[0]} to ${captions.at(-1)}`;
      strips[name].update({images: arrays[name], captions, summary});
    }
    rank.set(arrays.kl.data, paramsOf(trainer.run).rank);
  };
  wake(false);
  return {
    chooser,
    note,
    strips,
    controls,
    films,
    changes: changes.element,
    draw(arrays: Exchanged["snapshot"], run: RunRecord) {
      shown = {arrays, run};
      redraw();
    },
    /** What was measured last of the run, unless the reader has asked for something since. */
    drawRun(run: RunRecord<Exchanged["measured"]>) {
      wake(run.origin === "live" && run.step > 0);
      if (shown && isSameRun(shown.run, run)) redraw();
      changes.follow(run);
      measure(run);
    },
  };
}

/** Something that the reader can use only while it is not `disabled`. */
function sleeper(part: HTMLElement): HTMLFieldSetElement {
  return element("fieldset", {class: "bare"}, part);
}

function marksOf({face, other}: FaceView): Readonly<Record<number, string>> {
  return face === other ? {[face - 1]: "A and B"} : {[face - 1]: "A", [other - 1]: "B"};
}

/** What stands under the pictures of a strip. */
function captionsOf(name: StripName, {strength}: FaceView): string[] {
  return Array.from({length: stripCount}, (_, i) => {
    const t = i / (stripCount - 1);
    if (name === "walk")
      return i === 0 ? "A" : i === stripCount - 1 ? "B" : `${(100 * t).toFixed(0)} %`;
    return number(name === "vary" ? furthest * (2 * t - 1) : strength * t);
  });
}

function number(value: number): string {
  return String(Math.round(100 * value) / 100).replace("-", "−");
}

/** A figure of the desk with its controls above it. */
export function withControls(
  caption: string,
  drawing: HTMLElement,
  ...controls: HTMLElement[]
): HTMLElement {
  return element(
    "figure",
    {class: "full face-figure"},
    element("figcaption", {}, caption),
    ...(controls.length > 0 ? [element("div", {class: "face-controls"}, ...controls)] : []),
    drawing,
  );
}
