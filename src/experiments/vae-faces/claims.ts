import type {NdArray} from "../../lib/array.js";
import {attributeIndex} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import {vaeFaces} from "./experiment.js";

const attributes = faces.attributes.map(({name}) => name);
type Arrays = Readonly<Record<string, NdArray>>;

/** Shares of faces in per cent: of an array with a row for each attribute, [attributes, 3] (share, low, high). */
function sharesOf({data}: NdArray): Readonly<Record<string, number>> {
  return Object.fromEntries(
    attributes.map((name) => [name, 100 * data[3 * attributeIndex(faces.attributes, name)]!]),
  );
}

export const recorded: RecordedClaim = {
  says: "Dark glasses are a direction among the codes, which moves little else.",
  tells({measurements, snapshots}) {
    const {scalars, arrays} = measurements.at(-1)!;
    const [share, low, high] = arrays.reached!.data;
    const nats = [...snapshots.at(-1)!.arrays.kl!.data].sort((a, b) => b - a);
    return {
      ...numbersOf({scalars}, "agreement", "frechet"),
      reached: 100 * share!,
      reachedLow: 100 * low!,
      reachedHigh: 100 * high!,
      ...named("changed", arrays),
      ...named("chance", arrays),
      ...named("kept", arrays),
      mostNats: nats[0]!,
      leastNats: nats.at(-1)!,
    };
  },
  rule: "after the glasses skin changes most often, then the mouth; every attribute is kept in more than 85 of 100 faces; dark glasses were asked for at the strength that the page starts with",
  holds(_, {measurements}) {
    const {arrays} = measurements.at(-1)!;
    const changed = sharesOf(arrays.changed!);
    const byChange = attributes.toSorted((a, b) => changed[b]! - changed[a]!);
    const asked = [...arrays.asked!.data];
    return (
      byChange.slice(0, 3).join() === "glasses,skin,mouth" &&
      Object.values(sharesOf(arrays.kept!)).every((share) => share > 85) &&
      asked.join() === `0,2,${vaeFaces.params.strength.default}`
    );
  },
};

/** `array.attribute` by its name. */
function named(array: string, arrays: Arrays): Readonly<Record<string, number>> {
  const entries = Object.entries(sharesOf(arrays[array]!));
  return Object.fromEntries(entries.map(([name, share]) => [`${array}.${name}`, share]));
}

export const otherSettings = claim({
  says: "Faces with glasses on white hair only make a vector of both; codes that cost nothing are not where new faces are drawn.",
  seeds: [7],
  runs: {coupled: {trainingFaces: "coupled"}, free: {beta: 0}},
  async measure(run: ClaimRun<typeof vaeFaces>) {
    await run.to(1600);
    const {scalars, arrays} = await run.measure();
    const changed = sharesOf(arrays.changed);
    return {
      ...numbersOf({scalars}, "agreement", "frechet"),
      hairColour: changed.hairColour!,
      hair: changed.hair!,
      beard: changed.beard!,
      hairColourByChance: sharesOf(arrays.chance).hairColour!,
      glassesKept: sharesOf(arrays.kept).glasses!,
    };
  },
  rule: "coupled, the vector changes more hair colours than half and than chance does, and fewer faces than two of three keep their glasses; free codes keep more and have far worse new faces",
  holds: everySeed(
    ({coupled, free}) =>
      coupled.hairColour > 50 &&
      coupled.hairColour > coupled.hairColourByChance &&
      coupled.glassesKept < 66 &&
      free.agreement > coupled.agreement &&
      free.frechet > 3 * coupled.frechet,
  ),
});
