import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import {shareBars, sharesOf} from "../../figures/bars/share-bars.js";
import {shareRowText} from "../../figures/bars/share-text.js";
import {faces} from "../../lib/datasets/faces.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measurement} from "../../lib/training/protocol.js";
import type {Changes, vaeFaces} from "./experiment.js";

type Measured = ExchangeOf<typeof vaeFaces>["measured"];

const names = faces.attributes.map(({label}) => label);

/** Changes by an attribute's vector, over many faces. */
export function changesFigure() {
  const title = element("p", {class: "face-changes-title"});
  const bars = shareBars({
    label: "faces of which each attribute changed",
    role: "judge",
    names,
    referenceName: "the same by a random direction of the same length (95 % interval)",
  });
  let drawn: Measurement<Measured> | undefined;
  let run: RunRecord<Measured> | undefined;
  bars.update({note: "Not measured yet."});
  const draw = (arrays: Changes) => {
    if (!arrays.changed) return;
    const [column] = arrays.asked.data;
    const [changed, chance] = [sharesOf(arrays.changed.data), sharesOf(arrays.chance.data)];
    setText(title, changesTitle(arrays));
    bars.update({
      rows: changed.map((share, a) => ({share, reference: chance[a]!, isMeant: a === column})),
      note: reachedNote(arrays),
    });
  };
  return {
    element: element("div", {class: "face-changes"}, title, bars),
    draw,
    /** Draws the run's last measurement when it is a new one. */
    follow(next: RunRecord<Measured>) {
      const last = next.measurements.at(-1);
      if (run && next.step < run.step) drawn = undefined; // gone back: what was asked for since is of later weights
      if (next !== run && !last) {
        setText(title, "");
        bars.update({note: "Not measured yet."});
      }
      run = next;
      if (!last || last === drawn) return;
      drawn = last;
      draw(last.arrays);
    },
  };
}

/** The change, and the faces it was done to. */
function changesTitle({asked, faces: count}: Changes): string {
  const [column, label, strength] = asked.data;
  const attribute = faces.attributes[column!]!;
  const option = `${attribute.label}: ${attribute.options[label!]}`;
  const many = formatCount(count.data[0]!);
  const amount = `${Math.abs(strength!)} times “${option}”`;
  return strength! >= 0
    ? `${amount} added to ${many} test faces without it`
    : `${amount} taken from ${many} test faces with it`;
}

function reachedNote({asked, reached}: Changes): string {
  const [share] = sharesOf(reached.data);
  const what = asked.data[2]! >= 0 ? "have" : "have lost";
  return `By the classifier, ${shareRowText(share!)} of them ${what} the option afterwards.`;
}
