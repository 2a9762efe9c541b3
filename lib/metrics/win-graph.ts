/**
 * Who has won against whom, as a graph: what a ranking by comparisons needs before it can be computed (Ford, 1957).
 *
 *     i -> j   i has won against j at least once, or there was a tie
 *
 * Groups that were never compared have no order between them. Where one group has only ever won against the rest, it is above it, and
 * by how much nothing says: any larger difference fits better still.
 */

/** `wins` [n, n], flat: how often the row's contender won against the column's, a tie as half a win for each. */
export interface Wins {
  readonly count: number;
  readonly wins: Float64Array;
}

/** Contenders that are connected by comparisons, however they ended. */
export function comparedGroups({count, wins}: Wins): number[][] {
  const met = Float64Array.from(wins, (_, at) => {
    const [i, j] = [Math.floor(at / count), at % count];
    return wins[i * count + j]! + wins[j * count + i]!;
  });
  return mutualGroups(reachable({count, wins: met}), count);
}

/** Groups within which everyone has won, directly or over others, against everyone; those that stand above others first. */
export function levelGroups(wins: Wins): number[][] {
  const reach = reachable(wins);
  const below = (group: readonly number[]) => reach[group[0]!]!.filter(Boolean).length;
  return mutualGroups(reach, wins.count).sort((a, b) => below(b) - below(a));
}

/** For each contender whom it reaches along wins, itself too. */
function reachable({count, wins}: Wins): boolean[][] {
  return Array.from({length: count}, (_, start) => {
    const seen = new Array<boolean>(count).fill(false);
    const open = [start];
    seen[start] = true;
    for (let i = open.pop(); i !== undefined; i = open.pop())
      for (let j = 0; j < count; j++)
        if (!seen[j] && wins[i * count + j]! > 0) {
          seen[j] = true;
          open.push(j);
        }
    return seen;
  });
}

function mutualGroups(reach: readonly (readonly boolean[])[], count: number): number[][] {
  const groups: number[][] = [];
  for (let i = 0; i < count; i++) {
    const group = groups.find(([first]) => reach[i]![first!] && reach[first!]![i]);
    if (group) group.push(i);
    else groups.push([i]);
  }
  return groups;
}
