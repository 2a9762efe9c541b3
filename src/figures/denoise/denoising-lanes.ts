import {button, element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {defaultParams, paramTable} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {breathe} from "../breathe.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {player} from "../player.js";
import {summarised} from "../summary.js";
import {denoisingLane} from "./denoising-lane.js";
import {denoisingRun, type LaneFrame, type Way} from "./denoising-run.js";
import {heldOutText, laneSummary, sharedText, timeText} from "./denoising-text.js";

/** Pictures that are made side by side. */
const madeCount = 5;

export const laneDials = paramTable({
  patch: {
    kind: "choice",
    label: "Patch",
    default: "7",
    group: "view",
    place: "figure",
    options: {
      "3": "3 by 3",
      "5": "5 by 5",
      "7": "7 by 7",
      "9": "9 by 9",
      "11": "11 by 11",
      "15": "15 by 15",
    },
    help: "How far each pixel of the second lane may look.",
  },
});

type Dials = ReturnType<typeof defaultParams<typeof laneDials>>;

export interface DenoisingLanesOptions {
  readonly label: string;
  /** Grey pictures of one size: those that are learned from, and real ones beside them. */
  readonly training: ByteImages;
  readonly heldOut: ByteImages;
  /** The way by the best guess of all pictures, that by patches of so many pixels along the edge, and that by a network. */
  readonly whole: Way;
  readonly patches: (edge: number) => Way;
  readonly learned: Way;
  /** What is said of the network. */
  readonly learnedWords: string;
  /** Steps of all. */
  readonly steps: number;
  /** The shares that all pictures have in the best guess of `x` at the time `t`. */
  readonly shares: (x: Float32Array, t: number) => Float64Array;
}

/**
 * The same noise on three ways to a picture: by the best guess of all training pictures, by that of patches of them, and by a network that has
 * learned from them. Its value is the dial.
 * The ways are computed between frames, a guess at a time.
 */
export function denoisingLanes(options: DenoisingLanesOptions): Figure<Dials, Dials> {
  const {label, training, heldOut, steps, shares} = options;
  const side = training.shape[1];
  const names = ["The whole picture", "Patches", "A trained network"];
  const lanes = names.map((name) => denoisingLane(name, side, madeCount));
  const control = paramControl(
    "patch",
    laneDials.patch,
    {locked: false, isAtFigure: true},
    (patch) => {
      changeValue(self, {patch} as Dials);
      start(seed);
    },
  );
  const way = player({
    label: "Time",
    nextLabel: "Next step",
    frameMs: 120,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (place) => show(place),
  });
  const where = element("output", {class: "fig-lanes-time", for: way.range.id});
  const again = button("New noise", () => start(seed + 1));
  const root = element(
    "div",
    {class: "fig fig-lanes"},
    element("div", {class: "fig-lanes-dials"}, control.row, again),
    element("div", {class: "fig-lanes-all"}, ...lanes.map((lane) => lane.element)),
    element("div", {class: "fig-replay-controls"}, way.play, way.label, way.range, where),
    element("p", {class: "fig-note"}, heldOutText(heldOut, training)),
  );
  const summarise = summarised(root, label);
  let frames: (readonly LaneFrame[])[] = [];
  let [seed, wanted] = [1, 0];

  const wordsOf = (lane: number, frame: LaneFrame, at: number) => {
    if (lane === 0) return sharedText(frame, at / steps, shares);
    const {patch} = self.value;
    return lane === 1 ? `Each pixel sees ${patch} by ${patch} around it.` : options.learnedWords;
  };
  const show = (place: number) => {
    wanted = place;
    const at = Math.min(place, frames.length - 1);
    const time = timeText(at, steps);
    way.show(at, steps, time);
    setText(where, time);
    for (const [i, lane] of lanes.entries()) {
      const frame = frames[at]![i]!;
      lane.show(frame, pick(training, frame.nearest), wordsOf(i, frame, at));
    }
    summarise(`${time}. ${names.map((name, i) => laneSummary(name, frames[at]![i]!)).join(". ")}`);
  };
  const start = async (next: number) => {
    seed = next;
    const own: (readonly LaneFrame[])[] = [];
    frames = own;
    const random = new Random(seed);
    const noise = Array.from({length: madeCount}, () => random.normals(imageSize(training.shape)));
    const ways = [options.whole, options.patches(Number(self.value.patch)), options.learned];
    for await (const frame of denoisingRun({training, ways, noise, breathe})) {
      if (frames !== own) return;
      own.push(frame);
      if (own.length - 1 <= wanted) show(wanted);
    }
  };
  const self = figure<Dials, Dials>(root, defaultParams(laneDials), (dials) => {
    self.value = dials;
    control.set(dials.patch);
    void start(seed);
  });
  control.set(self.value.patch);
  void start(seed);
  return self;
}
