import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {Painting} from "../../lib/painting.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {player} from "../player.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {nextText, strokeText} from "./paint-text.js";
import {type Likely, replayPanel} from "./replay-panel.js";
import {rewardBars} from "./reward-bars.js";

export interface PaintReplayOptions {
  readonly label: string;
}

/** One painting, as it came about. */
export interface PaintReplayData {
  /** [28 · 28], 0 black to 1 white. */
  readonly target: Float32Array;
  /** The strokes in order, as strokes.ts numbers them, and what each earned. [T] */
  readonly actions: ArrayLike<number>;
  readonly rewards: ArrayLike<number>;
  /** The policy before each stroke: its most probable strokes, the surest first, with their probabilities. [T, K] */
  readonly likely: ArrayLike<number>;
  readonly chances: ArrayLike<number>;
}

/** From one stroke to the next. */
const strokeMs = 350;

/**
 * A painting that can be gone through stroke by stroke: target, canvas, and what the policy may paint next. Its value is the number of
 * strokes on the canvas. Play runs through it; where motion is to be reduced it goes on by one stroke instead.
 */
export function paintReplay({label}: PaintReplayOptions): Figure<PaintReplayData, number> {
  const target = replayPanel("target", "real");
  const canvas = replayPanel("painted so far", "generated");
  const next = replayPanel("what it may paint next", "generated");
  const strokes = player({
    label: "Stroke",
    nextLabel: "Next stroke",
    frameMs: strokeMs,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (position) => go(position),
  });
  const where = element("output", {class: "fig-replay-where", for: strokes.range.id});
  const bars = rewardBars();
  const root = element(
    "div",
    {class: "fig fig-replay"},
    element("div", {class: "fig-replay-panels"}, target.element, canvas.element, next.element),
    element(
      "div",
      {class: "fig-replay-controls"},
      strokes.play,
      strokes.label,
      element("div", {class: "fig-replay-track"}, bars.element, strokes.range),
    ),
    where,
  );
  const summarise = summarised(root, label);
  let data: PaintReplayData | undefined;

  const redraw = redrawing(root, () => {
    if (!data) return;
    const at = self.value;
    const painting = paintedTo(data, at);
    target.draw(data.target);
    canvas.draw(painting.canvas);
    next.draw(painting.canvas, likelyAt(data, at));
    bars.draw(data.rewards, at);
  });
  const show = () => {
    if (!data) return;
    const at = self.value;
    const words = strokeText(at, data.rewards);
    setText(where, words);
    strokes.show(at, count(), words);
    next.say(`what it may paint next; ${nextText(likelyAt(data, at).map(({chance}) => chance))}`);
    summarise(words);
    redraw();
  };
  const go = (position: number) => {
    if (position === self.value) return;
    self.value = position;
    show();
    tellInput(self);
  };
  const count = () => data?.actions.length ?? 0;

  const self = figure<PaintReplayData, number>(root, 0, (replay) => {
    const wasWhole = !data || self.value === data.actions.length;
    data = replay;
    if (!strokes.isPlaying()) self.value = wasWhole ? count() : Math.min(self.value, count());
    show();
  });
  return self;
}

/** The painting after its first `strokes`. */
function paintedTo({target, actions}: PaintReplayData, strokes: number): Painting {
  const painting = new Painting(target);
  for (let i = 0; i < strokes; i++) painting.paint(actions[i]!);
  return painting;
}

/** What the policy holds probable at `position`; nothing once the painting is finished. */
function likelyAt({actions, likely, chances}: PaintReplayData, position: number): Likely[] {
  if (position >= actions.length) return [];
  const each = likely.length / actions.length;
  return Array.from({length: each}, (_, k) => ({
    action: likely[position * each + k]!,
    chance: chances[position * each + k]!,
  }));
}
