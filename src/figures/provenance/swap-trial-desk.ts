import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Attribute} from "../../lib/datasets/attribute-dataset.js";
import {shareBars} from "../bars/share-bars.js";
import {countShare, guessed, type SwapCounts, swapText} from "./swap-text.js";

const before = "Not tried yet, with what stays now.";

/** A button that tries a swap on many pairs, and bars of whom the made pictures are taken for. */
export function swapTrialDesk(
  attributes: readonly Attribute[],
  run: (tell: (done: number) => void) => Promise<SwapCounts>,
) {
  const words = element("p", {class: "fig-swap-words", role: "status"}, before);
  const whom = shareBars({
    ...{label: "whom a recogniser takes the made picture for", role: "judge"},
    names: ["the owner", "the wearer", "eight others"],
    referenceName: "guessing",
  });
  const whose = shareBars({
    ...{label: "attributes as the owner of the face has them", role: "generated"},
    names: attributes.map(({label}) => label),
    referenceName: "as the wearer has them",
  });
  let stays: readonly string[] = [];
  /** Counts of what stayed before are not shown any more. */
  let asked = 0;
  const clear = () => {
    setText(words, before);
    whom.update({note: ""});
    whose.update({note: ""});
  };
  const tryIt = async () => {
    const own = ++asked;
    const counts = await run((done) => {
      if (own === asked) setText(words, `Swapped and looked at: ${done} pictures.`);
    });
    if (own === asked) show(counts);
  };
  const show = (counts: SwapCounts) => {
    const {pairs, takenFor, byAttribute} = counts;
    setText(words, swapText(counts));
    whom.update({
      rows: [takenFor.owner, takenFor.wearer, takenFor.stranger].map((count, i) => ({
        share: countShare(count, pairs),
        reference: guessed[i]!,
        isMeant: i === 0,
      })),
      note: `Whom a recogniser takes ${pairs} made pictures for, in line-ups of ten.`,
    });
    whose.update({
      rows: byAttribute.map(({differ, owner, wearer}, a) => ({
        share: countShare(owner, differ),
        reference: countShare(wearer, differ),
        isMeant: !stays.includes(attributes[a]!.name),
      })),
      note: "In how many of the pairs that differ in it the made picture has it as the owner of the face has. Bold: meant to go over.",
    });
  };
  return {
    element: element(
      "div",
      {class: "fig-swap-trial"},
      element(
        "div",
        {},
        button("Try it on 100 pairs", () => void tryIt()),
        words,
      ),
      element("div", {class: "fig-swap-bars"}, whom, whose),
    ),
    /** Forgets the counts; `next` has the names of the attributes that stay from now on. */
    reset(next: readonly string[]) {
      stays = next;
      asked++;
      clear();
    },
  };
}
