import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {Params} from "../../lib/params.js";
import {type PatientName, patients, treated} from "./clinic-patients.js";
import {diagnosisNames, feedbackOn, outcomeWords} from "./clinic-words.js";
import {ganClinic} from "./experiment.js";
import {type Diagnosis, fewestSteps, signsOf} from "./gan-diagnosis.js";
import {signSteps} from "./sign-steps.js";

export interface ClinicDeskHandlers {
  /** Brings another patient, untreated. */
  patient(name: PatientName): void;
  /** Treats the present one and trains it again. */
  treat(treatment: string): void;
}

export interface ClinicDesk {
  readonly diagnosis: HTMLElement;
  readonly treatment: HTMLElement;
  /** `untreated` is an earlier run of the same patient and seed without treatment. */
  show(run: RunRecord, untreated: RunRecord | undefined): void;
}

const {options: patientNames} = ganClinic.params.case;
const {options: treatmentNames} = ganClinic.params.treatment;

/** Where the reader calls patients in, says what they have, and treats them. Nothing is said of the disease before. */
export function clinicDesk(on: ClinicDeskHandlers): ClinicDesk {
  const calls = Object.entries(patientNames).map(([name, text]) =>
    button(text.replace("patient ", ""), () => on.patient(name as PatientName), `Call in ${text}`),
  );
  const title = element("h4", {});
  const feedback = element("p", {class: "clinic-feedback", role: "status"});
  const outcome = element("p", {class: "clinic-outcome", role: "status"});
  const diagnoses = choices("What does the patient have?", diagnosisNames, "Diagnose", (chosen) =>
    diagnose(chosen as Diagnosis),
  );
  const chart = element("details", {class: "clinic-chart"});
  const cures = choices("What do you change?", treatmentNames, "Treat and train", on.treat);
  let seen: RunRecord | undefined;
  let given: {readonly diagnosis: Diagnosis; readonly step: number} | undefined;
  let about = "";

  const diagnose = (diagnosis: Diagnosis) => {
    given = {diagnosis, step: seen?.step ?? 0};
    const {verdict, text} = verdictOn(diagnosis, seen);
    feedback.dataset.verdict = verdict;
    setText(feedback, text);
  };
  return {
    diagnosis: element(
      "figure",
      {class: "clinic-desk"},
      element("div", {class: "clinic-calls", role: "group", "aria-label": "Patients"}, ...calls),
      title,
      diagnoses.form,
      feedback,
    ),
    treatment: element("figure", {}, cures.form, outcome, chart),
    show(run, untreated) {
      seen = run;
      if (given && run.step < given.step) diagnose(given.diagnosis);
      const {case: name, treatment} = run.params as Params<typeof ganClinic.params>;
      setText(outcome, outcomeOf(run, untreated));
      const key = [run.number, run.origin, name, treatment].join();
      if (key === about) return;
      about = key;
      given = undefined;
      setText(title, titleOf(name, treatment));
      setText(feedback, "");
      delete feedback.dataset.verdict;
      diagnoses.reset();
      if (treatment === "none") cures.reset();
      chart.replaceChildren(...chartParts(name, treatment));
      for (const [i, call] of calls.entries())
        call.setAttribute("aria-pressed", String(Object.keys(patients)[i] === name));
    },
  };
}

/** Words on a diagnosis of the run as it is, with the steps that its numbers are of. */
function verdictOn(diagnosis: Diagnosis, run: RunRecord | undefined) {
  const numbers = run && numbersOf(run);
  const signs = numbers && signsOf(numbers);
  if (!signs)
    return {
      verdict: "open",
      text: `There is not enough to go by yet: train the patient for at least ${fewestSteps} steps.`,
    };
  const {verdict, text} = feedbackOn(diagnosis, signs);
  return {verdict, text: `${text} ${signSteps(numbers)}`};
}

/** The rules on a treated run, when it is long enough to judge. */
function outcomeOf(run: RunRecord, untreated: RunRecord | undefined): string {
  const numbers = numbersOf(run);
  const now = run.params.treatment === "none" ? undefined : signsOf(numbers);
  if (!now) return "";
  const words = outcomeWords(now, untreated && signsOf(numbersOf(untreated)));
  return `${words} ${signSteps(numbers)}`;
}

function numbersOf({curves, measurements}: RunRecord) {
  const values = Object.entries(curves).map(([name, list]) => [name, list.values]);
  return {curves: Object.fromEntries(values), measurements};
}

function titleOf(name: PatientName, treatment: keyof typeof treatmentNames): string {
  const patient = patientNames[name].replace("p", "P");
  return treatment === "none" ? patient : `${patient}, treated: ${treatmentNames[treatment]}`;
}

/** All settings, with what the treatment changes of them. */
function chartParts(name: PatientName, treatment: keyof typeof treatmentNames): HTMLElement[] {
  const before: Readonly<Record<string, unknown>> = patients[name];
  const rows = Object.entries(treated(name, treatment)).map(([key, value]) => {
    const old = before[key];
    const text = old === value ? String(value) : `${old} → ${value}`;
    return element(
      "tr",
      {},
      element("th", {scope: "row"}, settingNames[key] ?? key),
      element("td", {}, old === value ? text : element("strong", {}, text)),
    );
  });
  return [
    element("summary", {}, "The patient's settings"),
    element("table", {}, element("tbody", {}, ...rows)),
  ];
}

const settingNames: Readonly<Record<string, string>> = {
  kind: "what it makes",
  points: "data",
  start: "starts to the right and above by",
  loss: "loss",
  learningRate: "learning rate",
  discriminatorSteps: "judge's steps per step",
  generatorSteps: "generator's steps per step",
  discriminatorRate: "judge's rate, as a multiple",
  generatorOptimiser: "generator's optimiser",
  discriminatorOptimiser: "judge's optimiser",
  instanceNoise: "noise on what the judge sees",
  upsampling: "how sides are doubled",
};

/** One of several answers and a button that gives it. */
function choices(
  question: string,
  names: Readonly<Record<string, string>>,
  action: string,
  give: (chosen: string) => void,
) {
  const group = uniqueId("clinic");
  const radios = Object.keys(names).map((value) =>
    element("input", {type: "radio", name: group, value, required: true}),
  );
  const labels = Object.values(names).map((text, i) =>
    element("label", {}, radios[i], element("span", {}, text)),
  );
  const form = element(
    "form",
    {class: "clinic-form"},
    element("fieldset", {}, element("legend", {}, question), ...labels),
    element("button", {type: "submit"}, action),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = radios.find(({checked}) => checked);
    if (chosen) give(chosen.value);
  });
  return {form, reset: () => form.reset()};
}
