import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../figure.js";
import {summarised} from "../summary.js";

/** Two terms in nats per picture, and how the second is weighed. */
export interface ElboSplitData {
  readonly reconstruction: number;
  readonly kl: number;
}

/** "141.9", with a true minus sign. */
export function natsText(nats: number): string {
  return nats.toFixed(1).replace("-", "−");
}

/** The ELBO as a sum with the run's numbers in it, and as a bar of two parts; dashes before there are any. */
export function elboSplit(label: string): Figure<ElboSplitData | undefined> {
  const [drawn, told, sum] = ["fig-term-drawn", "fig-term-told", "fig-term-sum"].map((name) =>
    element("b", {class: name}, "–"),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  const parts = ["generated", "chance"].map((role) => element("span", {"data-role": role}));
  const line = element(
    "p",
    {class: "fig-elbo-line"},
    element("span", {}, "ELBO ", sum, " = −( "),
    element("span", {"data-role": "generated"}, drawn, " reconstruction"),
    " + ",
    element("span", {"data-role": "chance"}, told, " KL"),
    " ) nats a picture",
  );
  const bar = element("div", {class: "fig-elbo-bar", "aria-hidden": "true"}, ...parts);
  const root = element("div", {class: "fig fig-elbo"}, line, bar);
  const summarise = summarised(root, label);
  return figure<ElboSplitData | undefined, undefined>(root, undefined, (data) => {
    const {reconstruction, kl} = data ?? {reconstruction: 0, kl: 0};
    const texts = [reconstruction, kl, -(reconstruction + kl)].map(natsText);
    for (const [i, place] of [drawn, told, sum].entries()) setText(place, data ? texts[i]! : "–");
    parts[0]!.style.flexGrow = `${Math.max(0, reconstruction)}`;
    parts[1]!.style.flexGrow = `${Math.max(0, kl)}`;
    const words = `ELBO ${texts[2]}: reconstruction ${texts[0]}, KL ${texts[1]} nats a picture`;
    summarise(data ? words : "no steps yet");
  });
}
