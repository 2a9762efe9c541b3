import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab} from "../../experiment/panels/captions.js";
import type {ViewHost} from "../../experiment/view.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {arenaParams} from "./arena-params.js";
import {contenderNames, contenders} from "./contenders.js";
import type {arena} from "./experiment.js";

type Host = ViewHost<ExchangeOf<typeof arena>, typeof arenaParams>;

const invitation =
  "How many steps fit into a second is a matter of the machine. Press, and each of the four is timed for some steps; the next run takes what was found.";

/** Times the reader's machine, so that the same seconds are the same there. */
export function timingTab({trainer, ask, setParam}: Host) {
  const note = element("p", {class: "fig-note", role: "status"}, invitation);
  const time = button("Time this machine", () => void timeAll());
  const timeAll = async () => {
    time.disabled = true;
    setText(note, "Timing …");
    try {
      const {rates} = await ask("speeds", {});
      for (const [i, name] of contenders.entries()) setParam(`${name}PerSecond`, rates.data[i]!);
      const found = contenders.map((name, i) => `${contenderNames[name]} ${rates.data[i]}`);
      setText(note, `Steps a second here: ${found.join(", ")}. The next run takes these.`);
    } catch (error) {
      setText(note, (error as Error).message);
    } finally {
      time.disabled = false;
    }
  };
  return {
    tab: figureTab(
      "Same seconds",
      captioned(
        "The same seconds for each of the four on your machine.",
        element("div", {class: "arena-judging"}, time, note),
        "full",
      ),
    ),
    /** A run that is training is not disturbed. */
    follow() {
      time.disabled = trainer.status === "running";
    },
  };
}
