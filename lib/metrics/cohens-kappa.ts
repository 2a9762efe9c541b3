/**
 * Cohen's kappa: how far two people agree on labels, beyond luck.
 *
 *     κ = (p - e) / (1 - e),     p = share of pictures with equal labels,     e = Σ_k a_k b_k
 *
 * a_k and b_k are the shares of label k with each of them, so e is how often they would agree if each labelled by lot in their own shares
 * (Cohen, 1960, eq. 1). 1 is full agreement, 0 is what luck gives, below 0 is less than that. Where both give all pictures one and the same label luck gives
 * all, and there is no kappa.
 */

/** κ of labels `a` and `b` [n], n at least 1; `undefined` where luck alone gives full agreement. */
export function cohensKappa(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  checkLabels(a, b);
  const n = a.length;
  const [sharesA, sharesB] = [countsOf(a), countsOf(b)];
  let [equal, luck] = [0, 0];
  for (let i = 0; i < n; i++) if (a[i] === b[i]) equal++;
  for (const [label, count] of sharesA) luck += count * (sharesB.get(label) ?? 0);
  // In whole numbers, so that full agreement is 1 to the last bit.
  return luck === n * n ? undefined : (n * equal - luck) / (n * n - luck);
}

function countsOf(labels: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) counts.set(labels[i]!, (counts.get(labels[i]!) ?? 0) + 1);
  return counts;
}

function checkLabels(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length)
    throw new RangeError(`lengths differ: ${a.length} and ${b.length} labels`);
  if (a.length === 0) throw new RangeError("too few labels: 0 (at least 1)");
}
