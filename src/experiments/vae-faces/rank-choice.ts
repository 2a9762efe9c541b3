import {element, uniqueId} from "../../controls/element.js";
import {ordinal} from "../../controls/ordinal.js";
import {setText} from "../../controls/set-text.js";
import type {ParamHost} from "../../experiment/view.js";
import {vaeFaces} from "./experiment.js";

const {label} = vaeFaces.params.rank;

/** Chooses a latent number by its rank, with what each tells. */
export function rankChoice({
  accessTo,
  setParam,
}: Pick<ParamHost<typeof vaeFaces.params>, "accessTo" | "setParam">) {
  const id = uniqueId("rank");
  const access = accessTo("rank");
  const select = element("select", {
    id,
    disabled: access === "locked",
    onchange: () => setParam("rank", select.selectedIndex + 1),
  });
  const row = element(
    "div",
    {class: "param-at-figure", hidden: access === "hidden"},
    element("label", {for: id}, access === "locked" ? `${label} (set by the link)` : label),
    select,
  );
  return {
    row,
    /** Shows the KL of each, in any order, and the one of `rank`. */
    set(kl: ArrayLike<number>, rank: number) {
      const nats = Float32Array.from(kl).sort().reverse();
      const texts = Array.from(nats, (value, i) => `${ordinal(i + 1)}, ${value.toFixed(2)} nats`);
      while (select.options.length > texts.length) select.remove(texts.length);
      for (const [i, text] of texts.entries()) {
        const option = select.options[i] ?? select.appendChild(element("option"));
        setText(option, text);
      }
      select.selectedIndex = Math.min(rank, texts.length) - 1;
    },
  };
}
