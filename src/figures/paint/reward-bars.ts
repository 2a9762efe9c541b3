import {element} from "../../controls/element.js";

const height = 44;

/** Rewards of the strokes, as bars up from or down to a line; those not painted yet are pale. Heights are of the largest of them. */
export function rewardBars() {
  const holder = element("div", {class: "fig-rewards", "aria-hidden": "true"});
  let bars: HTMLElement[] = [];
  const make = (count: number) => {
    bars = Array.from({length: count}, () => element("span", {class: "fig-reward"}));
    holder.replaceChildren(...bars);
  };
  return {
    element: holder,
    /** `position` strokes are painted. */
    draw(rewards: ArrayLike<number>, position: number) {
      if (bars.length !== rewards.length) make(rewards.length);
      const most = Math.max(0.01, ...Array.from(rewards, Math.abs));
      for (const [i, bar] of bars.entries()) {
        const reward = rewards[i]!;
        const size = Math.max(1, (height / 2) * (Math.abs(reward) / most));
        bar.style.height = `${size}px`;
        bar.style.top = `${reward < 0 ? height / 2 : height / 2 - size}px`;
        bar.toggleAttribute("data-loss", reward < 0);
        bar.toggleAttribute("data-painted", i < position);
      }
    },
  };
}
