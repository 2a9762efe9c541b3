/** The grader of the page: a worker with the specs in it. Learner code runs in another, which the page starts for it. */
import {runSpecs, specs} from "exercises:specs";
import {gradeEvidence} from "../lib/grading/grade-run.js";
import {grade} from "../lib/grading/grader.js";
import type {Ending, Sandbox} from "../lib/grading/sandbox.js";
import {remoteSession} from "../lib/grading/session.js";
import type {TestResult, Verdict} from "../lib/grading/verdict.js";
import {named} from "../lib/named.js";
import type {FromGrader, ToGrader} from "./grader-messages.js";

const say = (message: FromGrader) => self.postMessage(message);
const heard = new EventTarget();

const sandbox: Sandbox = {
  async start(code, limits) {
    const port = await startLearner();
    const channel = {
      send: (text: string) => port.postMessage(text),
      listen(onText: (text: string) => void, onEnd: (why: Ending) => void) {
        port.onmessage = ({data}) => onText(data as string);
        heard.addEventListener("ended", (event) => onEnd((event as CustomEvent<Ending>).detail));
      },
      kill: () => say({kind: "kill"}),
      close: () => say({kind: "kill"}),
    };
    return remoteSession(channel, code, limits);
  },
};

/** Resolves to the port of a worker that says it is ready. */
function startLearner(): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    heard.addEventListener("ended", () =>
      reject(new Error("the worker for your code did not start")),
    );
    heard.addEventListener("started", (event) => {
      const port = (event as CustomEvent<MessagePort>).detail;
      port.onmessage = () => resolve(port);
    });
    say({kind: "start"});
  });
}

self.onmessage = ({data, ports}: MessageEvent<ToGrader>) => {
  if (data.kind === "grade-code") void decide(() => gradeCode(data));
  else if (data.kind === "grade-run") void decide(() => gradeRun(data));
  else if (data.kind === "show") void decide(() => exhibit(data));
  else if (data.kind === "ended") heard.dispatchEvent(new CustomEvent("ended", {detail: data.why}));
  else heard.dispatchEvent(new CustomEvent("started", {detail: ports[0]!}));
};

type Told<Kind extends ToGrader["kind"]> = Extract<ToGrader, {kind: Kind}>;

async function decide(answer: () => Promise<FromGrader>): Promise<void> {
  try {
    say(await answer());
  } catch (error) {
    say({kind: "broken", problem: String(error)});
  }
}

async function gradeCode({exercise, code, seed}: Told<"grade-code">): Promise<FromGrader> {
  const spec = await named("exercise", specs, exercise.slug)();
  const report = (results: readonly TestResult[]) => say({kind: "report", results});
  return ofVerdict(await grade({spec, exercise, code, sandbox, seed, report}));
}

async function gradeRun({exercise, evidence}: Told<"grade-run">): Promise<FromGrader> {
  const spec = await named("exercise", runSpecs, exercise.slug)();
  return ofVerdict(gradeEvidence(spec, exercise, evidence));
}

function ofVerdict(verdict: Verdict): FromGrader {
  return {kind: "verdict", verdict};
}

async function exhibit({slug}: Told<"show">): Promise<FromGrader> {
  const {exhibit} = await named("exercise", specs, slug)();
  if (!exhibit) throw new RangeError(`${slug} has no run to show`);
  return {kind: "exhibit", run: await exhibit()};
}
