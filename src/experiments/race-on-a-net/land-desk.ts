import {button, element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {captioned} from "../../experiment/panels/captions.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {pathLand} from "../../figures/descent/path-land.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {landCount, landNodes, type PathLand, type raceOnANet} from "./experiment.js";
import {type RacerName, racerNames, racerWords} from "./racers.js";

type Host = ViewHost<ExchangeOf<typeof raceOnANet>, typeof raceOnANet.params>;

interface Question {
  readonly run: RunRecord;
  readonly racer: RacerName;
}

const invitation =
  "Train a while first. Then the loss is computed all about the path that the weights have taken.";
const caption =
  "The loss over the plane in which the path mostly lies, from above. The dark line is the path of the network itself; it ends in the middle. The lettered balls go down this land, in two dimensions.";

/** The land about the path of one network, computed when the reader asks for it. */
export function landDesk({trainer, ask: askWorker, controlOf, paramsOf}: Host) {
  const figure = pathLand({label: "the loss about the path of a network"});
  const note = element("p", {class: "fig-note", role: "status"}, invitation);
  let shownOf: RunRecord | undefined;
  const send = latestAnswer(
    async ({racer}: Question) => {
      const place = Float32Array.of(racerNames.indexOf(racer));
      const step = trainer.position;
      return {land: await askWorker("land", {racer: {data: place, shape: [1]}}), step};
    },
    ({run, racer}, answer) => {
      if (run !== trainer.run) return;
      if (answer instanceof Error) return setText(note, `No land: ${answer.message}.`);
      shownOf = run;
      figure.update(dataOf(answer.land, rateOf(run, racer)));
      setText(
        note,
        `Live: ${racerWords[racer]} after ${answer.step} steps, on ${landCount} pictures.`,
      );
    },
  );
  const draw = () => {
    const {run, status} = trainer;
    if (!trainer.started || trainer.position === 0) return setText(note, invitation);
    if (status === "running") return setText(note, "Pause the run first, or let it end.");
    setText(note, `Computing ${formatCount(landNodes ** 2)} losses …`);
    send({run, racer: paramsOf(run).followed});
  };
  return {
    holder: captioned(
      caption,
      element(
        "div",
        {},
        element(
          "div",
          {class: "land-ask"},
          controlOf("followed"),
          button("Draw the land", draw),
          note,
        ),
        figure,
      ),
    ),
    /** Takes away the land of another run. */
    follow() {
      if (!shownOf || shownOf === trainer.run) return;
      shownOf = undefined;
      figure.update(undefined);
      setText(note, invitation);
    },
  };
}

function dataOf({heights, extent, path, losses, shares}: PathLand, rate: number) {
  return {
    heights,
    extent: Number(extent.data[0]!.toFixed(1)),
    path: [...path.data],
    losses: [...losses.data],
    shares: [shares.data[0]!, shares.data[1]!] as const,
    rate,
  };
}

/** That of the run, for SGD and momentum: the plane's directions have length 1, so that its slopes are those of the weights. */
function rateOf({params}: RunRecord, racer: RacerName): number {
  return Number(racer === "momentum" ? params.momentumRate : params.sgdRate);
}
