/** What the explorer says of a set and its pictures. */
import {counted, formatCount} from "../../controls/format.js";
import {countsOf, type ExploredSet, imbalance, type Sorting} from "./explored-set.js";

/** "4,512: 7", "31: face, yellow". Pictures are counted from 1. */
export function pictureName({sortings}: ExploredSet, index: number): string {
  const words = sortings.map(({options, labels}) => options[labels[index]!]!);
  return `${formatCount(index + 1)}: ${words.filter((word) => word !== "none").join(", ")}`;
}

export function balanceText(sorting: Sorting): string {
  const counts = countsOf(sorting);
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  const of = (count: number) => sorting.options[counts.indexOf(count)]!;
  if (most === least) return `In balance: ${counted(most, "picture")} of each.`;
  const times = imbalance(counts);
  return `From ${formatCount(least)} (${of(least)}) to ${formatCount(most)} (${of(most)}): ${times < 10 ? times.toFixed(1) : Math.round(times)} times as many.`;
}

export function equalText(groups: number, pictures: number): string {
  const among = `among ${counted(pictures, "picture")}, by hash and then byte for byte`;
  if (groups === 0) return `Equal copies: none ${among}.`;
  return `Equal copies: ${counted(groups, "group")} ${among}.`;
}

/** Distances are from 0 to 1. */
export function distanceText(distance: number): string {
  return distance === 0 ? "0" : distance.toFixed(4);
}

export function pageText(first: number, shown: number, all: number, noun = "picture"): string {
  if (all === 0) return `No ${noun}s`;
  return `${formatCount(first + 1)} to ${formatCount(first + shown)} of ${counted(all, noun)}`;
}

export function searchText(done: number, all: number): string {
  return `Comparing: ${formatCount(done)} of ${counted(all, "picture")}`;
}
