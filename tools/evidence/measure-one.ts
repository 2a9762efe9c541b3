/** Measures one claim in a process of its own, which `command.ts` starts. */
import {findClaims} from "./claims.js";
import {doubtOf, nameOf} from "./doubts.js";
import {readEvidence, writeEvidence} from "./evidence-file.js";
import {measure, plannedRuns} from "./measure.js";

const [each] = await findClaims([process.argv[2] ?? ""]);
const {name, claim} = each!;
const count = "runs" in claim ? plannedRuns(claim).length : 0;
let done = 0;
const evidence = await measure(each!, (run) => {
  done++;
  console.log(`${name} ${done}/${count}: ${nameOf(run)}`, run.found);
});
writeEvidence(evidence);
const doubt = await doubtOf(each!, readEvidence(name));
console.log(doubt ?? `${name} holds: ${evidence.rule}`);
if (doubt) process.exitCode = 1;
