import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {averagedCourses} from "../../figures/descent/averaged-courses.js";
import {netRace} from "../../figures/descent/net-race.js";
import type {NetRaceData, RacerCourse} from "../../figures/descent/net-race-data.js";
import type {NdArray} from "../../lib/array.js";
import {raceOnANet} from "./experiment.js";
import {landDesk} from "./land-desk.js";
import {raceCanvas} from "./race-canvas.js";
import {racerNames} from "./racers.js";

/** The loss that knows nothing of ten classes, and the one from which on a network is lost (lib/models/network-race.ts). */
const [nothing, lost] = [Math.log(10), 1000];

/** Four losses side by side, what averaging the weights makes of them, and the land about a path. */
export const raceOnANetView: MakeView<typeof raceOnANet> = (host) => {
  const race = netRace({label: "one network, trained by four optimisers", nothing});
  const averages = averagedCourses({
    label: "test losses, plain and averaged",
    racers: racerNames,
  });
  const land = landDesk(host);
  const made = madeCaption(raceOnANet.caption);
  const steps = overSteps(raceOnANet);
  let memory: NdArray | undefined;
  let drawn: {readonly run: RunRecord; readonly shownStep: number | undefined} | undefined;
  let shown: NetRaceData | undefined;
  const show = () => {
    if (!drawn) return;
    const {run, shownStep} = drawn;
    shown = {
      racers: racersOf(run, memory),
      weightBytes: memory && Number(memory.data[racerNames.length]),
      ...{nothing, lost, shownStep, steps: Number(run.params.maxSteps)},
    };
    race.update(shown);
  };
  return {
    picture: element("figure", {}, race, made.element),
    figures: [
      figureTab(
        "Averaged",
        captioned(
          "Loss on pictures never learned from: of the weights as they are, and, dashed, of their running average.",
          averages,
          "full",
        ),
      ),
      figureTab("Its own land", land.holder),
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      memory = arrays.memory;
      show();
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      drawn = {run, shownStep};
      show();
      averages.update({courses: coursesOf(run), steps: Number(run.params.maxSteps), shownStep});
      land.follow();
      steps.draw(run, compared, shownStep);
    },
    sheet: () => shown && raceCanvas(shown),
  };
};

function racersOf(run: RunRecord, memory: NdArray | undefined): NetRaceData["racers"] {
  const scalars = run.measurements.at(-1)?.scalars;
  return racerNames.map((racer, i) => ({
    racer,
    losses: run.curves[racer]!.values,
    test: scalars?.[`${racer}Test`],
    averaged: scalars?.[`${racer}Averaged`],
    keptBytes: memory && Number(memory.data[i]),
  }));
}

/** Of each racer the plain test losses and the averaged ones, without those that are kept back. */
function coursesOf({measurements}: RunRecord): RacerCourse[] {
  const points = (name: string) =>
    measurements.flatMap(({step, scalars}) => {
      const loss = scalars[name];
      return loss === undefined ? [] : [{step, loss}];
    });
  return racerNames.flatMap((racer) => [
    {racer, points: points(`${racer}Test`), isAveraged: false},
    {racer, points: points(`${racer}Averaged`), isAveraged: true},
  ]);
}
