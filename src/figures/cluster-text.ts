import {counted} from "../controls/format.js";
import {commonestLabels} from "../lib/metrics/cluster-purity.js";
import {type ContingencyTable, contingencyTable} from "../lib/metrics/contingency-table.js";

/** Sorted things. */
export interface Sorted {
  /** Cluster and label of each thing, [n]. */
  readonly clusters: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/** Clusters have no names of their own: they get letters, in their order. */
export function clusterName(index: number): string {
  return String.fromCharCode(65 + index);
}

/** A label in so few letters that it fits on a point: "7", "sn" for sneaker. */
export function shortName(name: string): string {
  return name.slice(0, 2).replace("-", "");
}

/** Clusters in rows, labels in columns. */
export function sortedTable({clusters, labels}: Sorted, count: number, classes: number) {
  return contingencyTable(clusters, labels, count, classes);
}

/** "mostly 4, 61 %"; nothing for a cluster without pictures. */
export function mostlyText(table: ContingencyTable, cluster: number, names: readonly string[]) {
  const {label, count} = commonestLabels(table)[cluster]!;
  const size = sizeOf(table, cluster);
  return size === 0 ? "" : `mostly ${names[label]}, ${Math.round((100 * count) / size)} %`;
}

export function sizeOf({counts, columns}: ContingencyTable, cluster: number): number {
  const row = counts.subarray(cluster * columns, (cluster + 1) * columns);
  return row.reduce((sum, count) => sum + count, 0);
}

/** Everything known of one picture: its cluster, and once labels are revealed what it is. */
export function pictureText(
  {clusters, labels}: Sorted,
  index: number,
  names: readonly string[],
  revealed: boolean,
): string {
  const cluster = `Cluster ${clusterName(clusters[index]!)}`;
  return revealed ? `${cluster}. Its label: ${names[labels[index]!]}.` : `${cluster}.`;
}

/** The whole sorting in words. */
export function sortedSummary(
  table: ContingencyTable,
  names: readonly string[],
  revealed: boolean,
): string {
  const {rows} = table;
  const total = table.counts.reduce((sum, count) => sum + count, 0);
  const plain = `${counted(total, "picture")} in ${rows} clusters`;
  if (!revealed) return `${plain}; labels are not revealed`;
  const common = commonestLabels(table).filter(({count}) => count > 0);
  const right = common.reduce((sum, {count}) => sum + count, 0);
  const found = new Set(common.map(({label}) => label)).size;
  const share = Math.round((100 * right) / total);
  return `${plain}; ${share} % have the commonest label of their cluster, and ${found} of ${names.length} labels are commonest somewhere`;
}
