import {button, element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {captioned, figureTab} from "../../experiment/panels/captions.js";
import {pictureFile} from "../../experiment/picture-file.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {judgementTable} from "../../figures/judging/judgement-table.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {type ByteImages, firstPictures} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {drawnCount, type judgingParams} from "../shared/judging/judging-params.js";
import {type frechetDistance, lookedParts, manyCount, manyParts} from "./experiment.js";
import {distanceWords, type ManyDistance, refusal, seenWords} from "./many-words.js";

type Host = ViewHost<ExchangeOf<typeof frechetDistance>, typeof judgingParams>;

const none: ByteImages = {data: new Uint8Array(0), shape: [0, 28, 28, 1]};
const many = formatCount(manyCount);

/** The distance of 2,000 pictures from 2,000 real ones, with how far it has come. The real ones are fetched when they are asked for. */
export function manyTab({trainer, ask, paramsOf}: Host) {
  const judge = button(`Judge ${many} against ${many}`, () => void judgeAll());
  const bar = element("progress", {
    max: manyParts,
    value: 0,
    "aria-label": "how far the judging has come",
  });
  const note = element("p", {class: "fig-note", role: "status"});
  const table = judgementTable("the distance of many pictures", [
    {label: "Fréchet distance", decimals: 2, top: 450, isRooted: true},
  ]);
  const isReady = isAtWork(trainer);
  let judged: ManyDistance | undefined;
  let of: RunRecord | undefined;
  let isJudging = false;
  const clear = () => {
    judged = undefined;
    bar.value = 0;
    table.update([]);
  };
  const draw = () => {
    const refused = refusal(paramsOf(trainer.run), drawnCount);
    judge.disabled = isJudging || !isReady() || refused !== undefined;
    if (isJudging) return;
    if (!isReady()) return setText(note, "Press Train first: what judges starts with the run.");
    setText(note, [refused, judged && distanceWords(judged)].filter(Boolean).join(" "));
  };
  const judgeAll = async () => {
    const {run} = trainer;
    isJudging = true;
    clear();
    draw();
    setText(note, "Real pictures are fetched …");
    try {
      const real = await realOnes(paramsOf(run).dataset);
      const [start, {fault, strength}] = [performance.now(), paramsOf(run)];
      for (let part = 0; part <= manyParts; part++) {
        const {seen, numbers} = await ask("many", askedPart(part, part === 0 ? real : none));
        if (run !== trainer.run) return;
        bar.value = part;
        if (part <= lookedParts) setText(note, seenWords(seen.data[0]!, manyCount));
        else if (part < manyParts) {
          const [centres = 0, shapes = 0] = numbers.data;
          const ms = performance.now() - start;
          judged = {fault, strength, count: manyCount, centres, shapes, ms};
          setText(note, distanceWords(judged));
        } else {
          const bands = bandsIn([...numbers.data]);
          judged = {...judged!, bands};
          table.update([{value: Math.max(0, judged.centres + judged.shapes), ...bands}]);
        }
      }
    } catch (error) {
      setText(note, (error as Error).message);
      judge.disabled = false;
      return;
    } finally {
      isJudging = false;
    }
    draw();
  };
  draw();
  return {
    tab: figureTab(
      "Many pictures",
      captioned(
        `${many} held-out pictures, with what is wrong with them, against ${many} that the classifier learned from. Grey: the same held-out pictures with nothing wrong. The worker computes it, and the page stays free.`,
        element("div", {class: "judged-many"}, judge, bar, note, table),
        "full",
      ),
    ),
    follow() {
      if (trainer.run !== of) clear();
      of = trainer.run;
      draw();
    },
  };
}

function askedPart(part: number, pictures: ByteImages) {
  return {part: {data: Float32Array.of(part), shape: [1]}, pictures};
}

function bandsIn([low = 0, high = 0, floorLow = 0, floorHigh = 0]: readonly number[]) {
  return {interval: {low, high}, floor: {low: floorLow, high: floorHigh}};
}

async function realOnes(set: string): Promise<ByteImages> {
  const {images} = imageDataset(findImageSet(set), await pictureFile(`${set}-train`));
  return firstPictures(images, manyCount);
}
