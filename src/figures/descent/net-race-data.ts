/** What is drawn of one network that several optimisers train, and said of it. */
import {formatBytes, formatNumber} from "../../controls/format.js";
import type {DescentName} from "../../lib/descent/rules.js";
import type {Look} from "../curves/fit-curves.js";
import {racerWords} from "./race-words.js";

export interface RacerCourse {
  readonly racer: DescentName;
  readonly points: readonly Look[];
  readonly isAveraged: boolean;
}

export interface CoursesData {
  readonly courses: readonly RacerCourse[];
  /** Steps of a whole run. */
  readonly steps: number;
  /** The step that the reader has gone back to. */
  readonly shownStep: number | undefined;
}

export interface NetRacer {
  readonly racer: DescentName;
  /** Its loss after every step so far. */
  readonly losses: ArrayLike<number>;
  /** The last test loss of its network, and of the average of its weights. */
  readonly test: number | undefined;
  readonly averaged: number | undefined;
  /** Bytes that its optimiser keeps from step to step. */
  readonly keptBytes: number | undefined;
}

export interface NetRaceData {
  readonly racers: readonly NetRacer[];
  /** Bytes of the weights of one network. */
  readonly weightBytes: number | undefined;
  /** Steps of a whole run. */
  readonly steps: number;
  readonly shownStep: number | undefined;
  /** The loss of knowing nothing, and that of a network which is lost. */
  readonly nothing: number;
  readonly lost: number;
}

/** "Least test loss: 0.31, Adam. Averaged: 0.29, momentum. The weights of one network are 13 kB." */
export function netRaceWords({
  racers,
  weightBytes,
}: Pick<NetRaceData, "racers" | "weightBytes">): string {
  const parts = [
    leastWords("Least test loss", racers, ({test}) => test) ?? "No step yet.",
    leastWords("Averaged", racers, ({averaged}) => averaged),
    weightBytes === undefined
      ? undefined
      : `The weights of one network are ${formatBytes(weightBytes)}.`,
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}

function leastWords(
  name: string,
  racers: readonly NetRacer[],
  of: (racer: NetRacer) => number | undefined,
): string | undefined {
  const known = racers.flatMap((each) => {
    const loss = of(each);
    return loss === undefined ? [] : [{racer: each.racer, loss}];
  });
  const [best] = known.toSorted((a, b) => a.loss - b.loss);
  return best && `${name}: ${formatNumber(best.loss)}, ${racerWords[best.racer]}.`;
}

/** "SGD: 0.412, averaged 0.381. momentum: …" */
export function averagedWords({courses}: Pick<CoursesData, "courses">): string {
  const said = courses.flatMap(({racer, points, isAveraged}) => {
    const other = courses.find((each) => each.isAveraged && each.racer === racer);
    const [plain, average] = [points.at(-1), other?.points.at(-1)];
    if (isAveraged || !plain || !average) return [];
    return `${racerWords[racer]}: ${formatNumber(plain.loss)}, averaged ${formatNumber(average.loss)}.`;
  });
  return said.length > 0 ? said.join(" ") : "Nothing measured yet.";
}
