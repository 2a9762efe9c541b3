/** Puts a new seal on the evidence of one claim, in a process of its own, which `command.ts` starts. */
import {findClaims} from "./claims.js";
import {readEvidence, writeEvidence} from "./evidence-file.js";
import {resealed} from "./reseal.js";

const [each] = await findClaims([process.argv[2] ?? ""]);
try {
  const evidence = await resealed(each!, readEvidence(each!.name)!);
  writeEvidence(evidence);
  console.log(`${evidence.claim}: the first steps of ${evidence.runs.length} runs are the same`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
