/** Words of the figures of a painter. */
import {probabilityText} from "../probability-text.js";

/** "stroke 5 of 12 earned +8 %; 61 % of the task is done". */
export function strokeText(position: number, rewards: ArrayLike<number>): string {
  const count = rewards.length;
  if (position === 0) return `an empty canvas; ${count} strokes to come`;
  const earned = percentText(rewards[position - 1]!);
  return `stroke ${position} of ${count} earned ${earned}; ${doneText(rewards, position)}`;
}

/** "61 % of the task is done": the sum of the rewards so far. */
export function doneText(rewards: ArrayLike<number>, position: number): string {
  const sum = Array.from(rewards)
    .slice(0, position)
    .reduce((total, reward) => total + reward, 0);
  return sum < 0
    ? `worse than an empty canvas by ${Math.round(-100 * sum)} % of the task`
    : `${Math.round(100 * sum)} % of the task is done`;
}

/** "+8 %", "−3.4 %", "0 %". */
export function percentText(reward: number): string {
  const percent = Math.abs(100 * reward);
  const text = percent >= 9.95 ? percent.toFixed(0) : percent.toFixed(1);
  if (Number(text) === 0) return "0 %";
  return `${reward < 0 ? "−" : "+"}${text} %`;
}

/** The policy's opinion of its next stroke. */
export function nextText(chances: ArrayLike<number> | undefined): string {
  if (!chances || chances.length === 0) return "finished";
  return `surest stroke: ${probabilityText(chances[0]!)}`;
}
