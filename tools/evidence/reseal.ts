/**
 * Evidence whose sources are others, though its runs are not: code was moved or renamed. Where nothing else speaks against it, and the
 * first steps of every run come out as they did, its numbers stay, under the digest of the sources of today. Its sentence and its rule, which the
 * numbers must keep to, are those of today too, and what it tells is worked out of them anew, so that it may bear other names.
 */
import type {Claim} from "../../lib/training/claim.js";
import {isRecorded, type NamedClaim} from "./claims.js";
import {again, doubtOf, stepsDoubt} from "./doubts.js";
import {type Evidence, isSealed, type SealedEvidence, sealed} from "./evidence-file.js";
import {sourcesDigest} from "./fingerprint.js";
import {toldOf, trialsOf} from "./measure.js";

/** `evidence` of the sources of today, to be sealed. Throws an Error that says what speaks against that. */
export async function resealed(each: NamedClaim, evidence: SealedEvidence): Promise<Evidence> {
  const {seal: _, ...kept} = evidence;
  const source = isRecorded(each) ? kept.source : await sourcesDigest(each);
  const tells = isRecorded(each) ? kept.tells : toldOf(each.claim as Claim, trialsOf(kept.runs));
  const {says, rule} = each.claim;
  const renewed = {...kept, says, rule, source, tells};
  const doubt = isSealed(evidence)
    ? ((await doubtOf(each, sealed(renewed))) ?? (await firstDoubt(each, evidence)))
    : again(each.name, "Its file was changed by hand.");
  if (doubt) throw new Error(doubt);
  return renewed;
}

async function firstDoubt(each: NamedClaim, evidence: SealedEvidence): Promise<string | undefined> {
  for (const [place] of evidence.runs.entries()) {
    const doubt = await stepsDoubt(each as NamedClaim<Claim>, evidence, place);
    if (doubt) return doubt;
  }
  return undefined;
}
