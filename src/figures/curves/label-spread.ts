/**
 * Heights for labels that want to stand at `wanted`, kept at least `gap` apart and within [top, bottom], in the same order.
 * Labels that collide form a block centred on the mean of what they want. When they cannot all fit they start at `top`.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const blocks: Block[] = [];
  for (const i of order) {
    blocks.push({members: [i], centre: wanted[i]!});
    settle(blocks, wanted, gap, top, bottom);
  }
  const placed = new Array<number>(wanted.length);
  for (const {members, centre} of blocks)
    members.forEach((i, k) => {
      placed[i] = centre + (k - (members.length - 1) / 2) * gap;
    });
  return placed;
}

interface Block {
  readonly members: readonly number[];
  readonly centre: number;
}

/** Moves the last block inside and merges it with those it overlaps. */
function settle(
  blocks: Block[],
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): void {
  for (;;) {
    const last = blocks.pop()!;
    const half = ((last.members.length - 1) / 2) * gap;
    const inside = {...last, centre: Math.max(top + half, Math.min(bottom - half, last.centre))};
    const before = blocks.at(-1);
    if (!before || edge(before, gap, 1) + gap <= edge(inside, gap, -1)) {
      blocks.push(inside);
      return;
    }
    blocks.pop();
    const members = [...before.members, ...last.members];
    blocks.push({
      members,
      centre: members.reduce((sum, i) => sum + wanted[i]!, 0) / members.length,
    });
  }
}

function edge({members, centre}: Block, gap: number, side: 1 | -1): number {
  return centre + side * ((members.length - 1) / 2) * gap;
}
