/** Who may meet before the judges, and what is said of it. */
import {formatCount} from "../../controls/format.js";
import {realId} from "../../lib/questions/judged-pictures.js";
import type {Subject} from "../../lib/questions/subjects.js";
import {leastJudged, mostMeeting} from "./experiment.js";
import {costRow, energyWords, type ScoreRow} from "./scores-rows.js";

/** Of a run that was trained just now; of others nobody has counted it. */
interface Cost {
  readonly step: number;
  readonly ms: number;
  readonly weights: number;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

interface Chosen extends Named {
  readonly subject: Subject;
  readonly images: {readonly shape: readonly number[]};
}

/** The reader's own runs first, whose ids have a seed in them, then the course's, and real pictures last. */
export function meetingOrder<Maker extends Named>(makers: readonly Maker[]): readonly Maker[] {
  const rank = ({id}: Maker) => (id.includes(".") ? 0 : id === realId ? 2 : 1);
  return makers.toSorted((a, b) => rank(a) - rank(b));
}

/** What the reader has to do before any can be judged; nothing where all is there. */
export function whatIsMissing(chosen: readonly Chosen[]): string | undefined {
  if (chosen.length < 2 || chosen.length > mostMeeting)
    return `${chosen.length} chosen: choose two to ${mostMeeting}. Runs of your own come here by themselves: train something that makes pictures.`;
  const subjects = [...new Set(chosen.map(({subject}) => subject))];
  if (subjects.length > 1)
    return `Pictures of ${subjects.join(" and of ")} can’t be compared: whoever knows one kind by its features has never seen the other, and a distance between them would say nothing. Choose runs of one kind.`;
  const few = chosen.find(({images}) => images.shape[0]! < leastJudged);
  if (few)
    return `${few.title} has ${few.images.shape[0]} pictures: at least ${leastJudged} of each are needed. A run keeps more of them the larger its sheet is.`;
  return undefined;
}

export function saidOfMeeting(count: number, where: string, remarks: string): string {
  return `${count} pictures of each, as many as the one has that keeps fewest. ${where}: the interval of 95 %. ${remarks}`.trim();
}

/** Names that tell the course's recorded runs from the reader's. */
export function meetingTitle({id, title}: Named): string {
  return id.includes(".") || id === realId ? title : `${title}, recorded`;
}

/** The judge's remarks, one a line after the place of whose pictures it is, with their names. */
export function remarksOf(text: string, makers: readonly Named[]): string {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines
    .map((line) => line.replace(/^\d+/, (place) => makers[Number(place)]!.title))
    .join(" ");
}

/** Rows of what each has cost, a dash for those of whom it is not known; none where it is known of nobody. */
export function meetingCosts(
  makers: readonly {readonly cost?: Cost}[],
  watts: number,
): readonly ScoreRow[] {
  if (makers.every(({cost}) => cost === undefined)) return [];
  const row = (label: string, words: (cost: Cost) => string) =>
    costRow(
      label,
      makers.map(({cost}) => (cost ? words(cost) : "–")),
    );
  return [
    row("Seconds of training", ({ms}) => (ms / 1000).toFixed(1)),
    row("Steps", ({step}) => formatCount(step)),
    row("Weights", ({weights}) => formatCount(weights)),
    row(`Energy at ${watts} W, Wh`, ({ms}) => energyWords(ms / 1000, watts)),
  ];
}
