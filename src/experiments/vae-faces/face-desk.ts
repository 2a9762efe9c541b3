import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {pairChooser} from "../../figures/sheet/pair-chooser.js";
import {pictureRow} from "../../figures/sheet/picture-row.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {furthest, shownFaces, stripCount, type vaeFaces} from "./experiment.js";
import {changesFigure} from "./face-changes.js";
import {type End, endChoice, optionChoice, rankChoice, strengthSlider} from "./face-controls.js";
import {type FaceView, firstFaceView, optionIndex} from "./face-view.js";
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

/** The faces to choose from and what the decoder makes of the chosen ones. What the reader chooses changes no weight. */
export function faceDesk({trainer, ask: askWorker}: Pick<ViewHost<Exchanged>, "trainer" | "ask">) {
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
  let view: FaceView = firstFaceView;
  let end: End = "face";
  let arrays: Exchanged["snapshot"] | undefined;
  let known: RunRecord | undefined;

  const ask = latestAnswer(
    async (asked: FaceView) => {
      await trainer.request({type: "sample", view: {...asked}});
      return askWorker("changes", inputsOf(asked));
    },
    (_, answer) => {
      if (!(answer instanceof Error)) changes.draw(answer);
    },
  );
  const look = (change: Partial<FaceView>) => {
    view = {...view, ...change};
    redraw();
    ask(view);
  };
  const isLive = () => trainer.run.origin === "live" && trainer.started !== undefined;
  const note = element("p", {class: "face-note"});
  const wake = () => {
    setText(note, isLive() ? "" : asleep);
    for (const part of [chooser, ...Object.values(controls)])
      for (const control of part.querySelectorAll("button, input, select"))
        control.toggleAttribute("disabled", !isLive());
  };
  const rank = rankChoice((chosen) => look({rank: chosen}));
  const controls = {
    end: endChoice((next) => {
      end = next;
    }),
    rank: rank.row,
    option: optionChoice(look),
    strength: strengthSlider((strength) => look({strength})),
  };
  const film = (name: StripName) =>
    stripFilm(trainer, {...filmWords[name], name}, () => {
      const images = arrays?.[name];
      return images && {images, captions: captionsOf(name, view), view: {...view}};
    });
  const films = {walk: film("walk"), vary: film("vary"), shift: film("shift")};
  chooser.addEventListener("input", () => look({[end]: chooser.value}));

  const redraw = () => {
    if (!arrays?.originals) return;
    chooser.update({
      pictures: arrays.originals,
      drawings: arrays.reconstructions,
      marks: marksOf(view),
    });
    for (const name of stripNames) {
      const captions = captionsOf(name, view);
      const summary = `${stripCount} pictures, from ${captions[0]} to ${captions.at(-1)}`;
      strips[name].update({images: arrays[name], captions, summary});
    }
    rank.set(Float32Array.from(arrays.kl.data).sort().reverse());
  };
  /** A new run's worker does not know yet what the reader looks at. */
  const askAgain = () => {
    if (!isLive() || trainer.run === known) return;
    known = trainer.run;
    if (view !== firstFaceView) ask(view);
  };
  wake();
  return {
    chooser,
    note,
    strips,
    controls,
    films,
    changes: changes.element,
    draw(next: Exchanged["snapshot"]) {
      arrays = next;
      wake();
      redraw();
      askAgain();
    },
    /** What was measured last of the run, unless the reader has asked for something since. */
    drawRun(run: RunRecord<Exchanged["measured"]>) {
      wake();
      changes.follow(run);
    },
  };
}

function inputsOf({attribute, option, strength}: FaceView) {
  const {column, label} = optionIndex(attribute, option);
  return {asked: {data: Float32Array.of(column, label, strength), shape: [3]}};
}

function marksOf({face, other}: FaceView): Readonly<Record<number, string>> {
  return face === other ? {[face]: "A and B"} : {[face]: "A", [other]: "B"};
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
    {class: "full"},
    element("figcaption", {}, caption),
    ...(controls.length > 0 ? [element("div", {class: "face-controls"}, ...controls)] : []),
    drawing,
  );
}
