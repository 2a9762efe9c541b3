import type {ByteImages} from "../../lib/image.js";
import {commonestLabels} from "../../lib/metrics/cluster-purity.js";
import {clusterName, type Sorted, shortName, sortedTable} from "../cluster-text.js";
import type {Point} from "../point.js";
import {clusterCentres, inside, regionsOf} from "./cluster-places.js";
import type {Letter} from "./layers/letters.js";
import type {Outline} from "./layers/outlines.js";

export interface ClusterPlaneData extends Sorted {
  /** Places of the sorted pictures, [n, 2]. */
  readonly points: Float32Array;
  /** The first m of the pictures, [m, 28, 28, 1]. */
  readonly pictures: ByteImages;
  /** Number of clusters, k. */
  readonly count: number;
  /** Marks of the first points: their pictures, or letters of the cluster and once revealed of the label. */
  readonly marks: "pictures" | "letters";
  readonly revealed: boolean;
  /** Whether clusters are regions of the plane, with borders. */
  readonly bordered: boolean;
  /** The cluster that is brought out, if any. */
  readonly chosen?: number | undefined;
}

/** A sorting as the plane shows it. Whatever lies beyond stands at its edge. */
export interface ClusterScene {
  /** All points, [n, 2] flat. */
  readonly crowd: Float32Array;
  /** Of the first points. */
  readonly marks: readonly Letter[];
  /** The part of the plane that is nearest to each cluster's centre, the chosen one's filled, and the clusters' names. */
  readonly regions: readonly Outline[];
  readonly names: readonly Letter[];
}

/** Of a mark of another cluster than the one that is brought out. */
const faint = 0.25;

export function clusterScene(
  data: ClusterPlaneData,
  classNames: readonly string[],
  extent: number,
): ClusterScene {
  const {points, clusters, count, bordered, chosen} = data;
  const crowd = points.map((value) => inside(value, extent));
  const centres = bordered ? clusterCentres(points, clusters, count) : [];
  return {
    crowd,
    marks: marksOf(data, crowd, classNames),
    regions: regionsOf(centres, extent).map((corners, i) => ({
      corners,
      stroke: "--rule-strong",
      width: 1,
      fill: i === chosen ? "--judge-soft" : undefined,
    })),
    names: namesOf(centres, extent),
  };
}

function marksOf(
  {clusters, labels, pictures, revealed, chosen, count}: ClusterPlaneData,
  places: Float32Array,
  classNames: readonly string[],
): Letter[] {
  const common = commonestLabels(sortedTable({clusters, labels}, count, classNames.length));
  return Array.from({length: pictures.shape[0]}, (_, i) => {
    const cluster = clusters[i]!;
    const isStray = revealed && common[cluster]!.label !== labels[i];
    const known = isStray ? "--warn-text" : "--real";
    return {
      x: places[2 * i]!,
      y: places[2 * i + 1]!,
      text: revealed ? shortName(classNames[labels[i]!]!) : clusterName(cluster),
      ink: revealed ? known : "--ink",
      alpha: chosen !== undefined && chosen !== cluster ? faint : 1,
      isStray,
    };
  });
}

/** The clusters' letters at their centres; an empty cluster has none. */
function namesOf(centres: readonly Point[], extent: number): Letter[] {
  return centres.flatMap(({x, y}, i) =>
    Number.isNaN(x)
      ? []
      : [
          {
            x: inside(x, extent),
            y: inside(y, extent),
            text: clusterName(i),
            ink: "--judge" as const,
          },
        ],
  );
}
