/**
 * The program of the worker in which learner code runs, in the page. `pageScript` puts the two together in one script.
 * The page hands over one port before anything else happens; the code has no other way out.
 */
import {startCandidate} from "../lib/grading/candidate.js";

declare const self: DedicatedWorkerGlobalScope;
/** The learner's code as a function; the script's frame defines it. */
declare const learner: (exports: object, require: (name: string) => never) => void;

interface DedicatedWorkerGlobalScope {
  onmessage: ((event: MessageEvent) => void) | null;
}

const clone = structuredClone;

self.onmessage = ({ports: [port]}) => {
  self.onmessage = null;
  const post = port!.postMessage.bind(port!);
  const handle = startCandidate({post, isCloneable, compile: () => learner});
  port!.onmessage = ({data}) => handle(data as string);
  post("ready");
};

function isCloneable(value: unknown): boolean {
  try {
    clone(value);
    return true;
  } catch {
    return false;
  }
}
