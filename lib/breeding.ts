/**
 * Genomes of pictures: codes [L] of a generator, and how children are made of them. Whatever is done, a child of genomes that are like N(0, 1) is
 * like N(0, 1) again, so that the generator knows what to draw of it:
 *
 *     blend    Σ a_i z_i / √(Σ a_i²)           a mean alone would be nearer to 0 than any parent
 *     cross    each number from one of the parents, by chance
 *     mutate   √(1 - s²) z + s ε               ε ~ N(0, 1), s from 0 to 1
 */
import type {Random} from "./random.js";

export type Genome = Float32Array;

/** A picture's genome, and where it comes from. */
export interface Creature {
  readonly genome: Genome;
  readonly parents: readonly Creature[];
  readonly how: "found" | Crossing;
}

export type Crossing = "blended" | "crossed" | "mutated";

export function blended(genomes: readonly Genome[], shares: readonly number[]): Genome {
  const length = Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0));
  return sumOf(
    genomes,
    shares.map((share) => share / length),
  );
}

export function crossed(genomes: readonly Genome[], random: Random): Genome {
  return genomes[0]!.map((_, i) => genomes[random.integer(genomes.length)]![i]!);
}

export function mutated(genome: Genome, strength: number, random: Random): Genome {
  const noise = random.normals(genome.length);
  return sumOf([genome, noise], [Math.sqrt(1 - strength * strength), strength]);
}

/** Creatures whom nobody bred. */
export function found(count: number, size: number, random: Random): Creature[] {
  return Array.from({length: count}, () => ({
    genome: random.normals(size),
    parents: [],
    how: "found" as const,
  }));
}

/** So many children of `parents` (n >= 1). Of one parent, blending and crossing would give it again: it must be mutated. */
export function childrenOf(
  parents: readonly Creature[],
  how: Crossing,
  {count, strength}: {readonly count: number; readonly strength: number},
  random: Random,
): Creature[] {
  const least = how === "mutated" ? 1 : 2;
  if (parents.length < least)
    throw new RangeError(`too few parents: ${parents.length} (at least ${least})`);
  return Array.from({length: count}, (_, i) => {
    if (how === "mutated") {
      const parent = parents[i % parents.length]!;
      return {genome: mutated(parent.genome, strength, random), parents: [parent], how};
    }
    const genomes = parents.map(({genome}) => genome);
    const genome =
      how === "crossed"
        ? crossed(genomes, random)
        : blended(
            genomes,
            genomes.map(() => random.uniform(0.1, 1)),
          );
    return {genome, parents, how};
  });
}

/** Steps of a number in a written genome, from -4 to 4. */
const [digits, furthest] = [36 * 36, 4] as const;

/** Two signs for each number, from 0 to z: what a link can hold. */
export function genomeText(genome: Genome): string {
  return Array.from(genome, (value) => {
    const place = Math.round(((value + furthest) / (2 * furthest)) * (digits - 1));
    return Math.max(0, Math.min(digits - 1, place))
      .toString(36)
      .padStart(2, "0");
  }).join("");
}

/** The genome of such a text, to the nearest step. Throws a RangeError that says what is wrong. */
export function genomeOf(text: string, size: number): Genome {
  const clean = text.trim().toLowerCase();
  const isOne = new RegExp(`^[0-9a-z]{${2 * size}}$`);
  if (!isOne.test(clean))
    throw new RangeError(
      `invalid genome: ${clean.length > 40 ? `${clean.slice(0, 40)}…` : clean || "nothing"} (${2 * size} signs from 0 to 9 and a to z)`,
    );
  return Float32Array.from({length: size}, (_, i) => {
    const place = Number.parseInt(clean.slice(2 * i, 2 * i + 2), 36);
    return (place / (digits - 1)) * 2 * furthest - furthest;
  });
}

function sumOf(genomes: readonly Genome[], shares: readonly number[]): Genome {
  return genomes[0]!.map((_, i) =>
    genomes.reduce((sum, genome, j) => sum + shares[j]! * genome[i]!, 0),
  );
}
