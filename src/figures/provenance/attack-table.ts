import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type AttackName, attacks, foundIn} from "../../lib/provenance/watermark-trial.js";
import {foundInterval, perCentText} from "./watermark-text.js";

const names = Object.keys(attacks) as readonly AttackName[];

/** How many marked pictures are found after each attack. A row is chosen by its name. */
export function attackTable(choose: (name: AttackName) => void) {
  const rows = Object.fromEntries(
    names.map((name) => [name, attackRow(name, choose)]),
  ) as unknown as Readonly<Record<AttackName, ReturnType<typeof attackRow>>>;
  const heads = ["What befalls the picture", "found", "95 % interval"];
  return {
    element: element(
      "table",
      {class: "fig-attacks", "aria-label": "Marked pictures that are found"},
      element(
        "thead",
        {},
        element("tr", {}, ...heads.map((head) => element("th", {scope: "col"}, head))),
      ),
      element("tbody", {}, ...names.map((name) => rows[name].element)),
    ),
    choose(chosen: AttackName) {
      for (const name of names) rows[name].press(name === chosen);
    },
    show(name: AttackName, scores: ArrayLike<number>, limit: number) {
      const found = foundIn(scores, limit);
      rows[name].show(perCentText(found / scores.length), foundInterval(found, scores.length));
    },
  };
}

function attackRow(name: AttackName, choose: (name: AttackName) => void) {
  const {words} = attacks[name];
  const chooser = button(words, () => choose(name));
  const [found, interval] = [element("td", {}, "–"), element("td", {}, "–")];
  return {
    element: element("tr", {}, element("th", {scope: "row"}, chooser), found, interval),
    press(isPressed: boolean) {
      chooser.setAttribute("aria-pressed", String(isPressed));
    },
    show(share: string, between: string) {
      setText(found, share);
      setText(interval, between);
    },
  };
}
