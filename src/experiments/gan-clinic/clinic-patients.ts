/**
 * The patients of `gan-clinic`: settings under which a GAN falls ill in a known way, and one under which it does not; and the treatments
 * on offer, each a change of settings. How they were found is in bench/SWEEPS.md.
 */
import type {GanLossName} from "../../lib/models/gan-losses.js";
import type {Upsampling} from "../../lib/models/small-picture-gan.js";

/** Settings that all patients share. */
interface Habits {
  readonly loss: GanLossName;
  readonly learningRate: number;
  /** Updates of the judge and of the generator in a step. */
  readonly discriminatorSteps: number;
  readonly generatorSteps: number;
  /** The judge's learning rate as a multiple of the generator's. */
  readonly discriminatorRate: number;
  readonly generatorOptimiser: "adam" | "plain";
  readonly discriminatorOptimiser: "adam" | "plain";
  /** Standard deviation of the noise on all that the judge sees. */
  readonly instanceNoise: number;
}

export interface PointPatient extends Habits {
  readonly kind: "points";
  readonly points: "spots" | "ring" | "line" | "spot";
  /** How far to the right and up of the data the generator begins; see plane-gan.ts. */
  readonly start: number;
}

export interface PicturePatient extends Habits {
  readonly kind: "pictures";
  readonly upsampling: Upsampling;
}

export type Patient = PointPatient | PicturePatient;

const usual: Habits = {
  loss: "non-saturating",
  learningRate: 0.005,
  discriminatorSteps: 1,
  generatorSteps: 1,
  discriminatorRate: 3,
  generatorOptimiser: "adam",
  discriminatorOptimiser: "adam",
  instanceNoise: 0,
};

/** By letter, in no order: the page does not say who has what. */
export const patients = {
  a: {
    ...usual,
    kind: "points",
    points: "spot",
    start: 0,
    learningRate: 0.1,
    discriminatorRate: 1,
    generatorOptimiser: "plain",
    discriminatorOptimiser: "plain",
  },
  b: {...usual, kind: "points", points: "spots", start: 0},
  c: {
    ...usual,
    kind: "points",
    points: "spots",
    start: 0,
    learningRate: 0.01,
    generatorSteps: 8,
    discriminatorRate: 0.3,
  },
  d: {...usual, kind: "pictures", upsampling: "odd", learningRate: 0.003, discriminatorRate: 1},
  e: {
    ...usual,
    kind: "points",
    points: "ring",
    start: 2.5,
    loss: "minimax",
    learningRate: 0.01,
    discriminatorRate: 3,
    generatorOptimiser: "plain",
  },
  f: {
    ...usual,
    kind: "points",
    points: "line",
    start: 0,
    learningRate: 0.02,
    discriminatorSteps: 3,
    discriminatorRate: 0.5,
    generatorOptimiser: "plain",
  },
} as const satisfies Readonly<Record<string, Patient>>;

export type PatientName = keyof typeof patients;

/** A treatment's changes of a patient's settings. */
const treatments = {
  none: () => ({}),
  slower: ({learningRate}) => ({learningRate: learningRate / 10}),
  keepUp: () => ({generatorSteps: 1, discriminatorRate: 3}),
  slowerJudge: ({discriminatorRate}) => ({
    discriminatorSteps: 1,
    discriminatorRate: discriminatorRate / 10,
  }),
  nonSaturating: () => ({loss: "non-saturating"}),
  noise: () => ({instanceNoise: 0.3}),
  evenWindow: ({kind}) => (kind === "pictures" ? {upsampling: "even"} : {}),
  resize: ({kind}) => (kind === "pictures" ? {upsampling: "resize"} : {}),
} as const satisfies Readonly<Record<string, (patient: Patient) => Partial<Patient>>>;

export type TreatmentName = keyof typeof treatments;

/** The settings of a patient under a treatment. */
export function treated(name: PatientName, treatment: TreatmentName): Patient {
  const patient: Patient = patients[name];
  return {...patient, ...treatments[treatment](patient)} as Patient;
}

/** How far the plane must reach, from its middle, to show where a patient's points are. */
export function extentOf(name: PatientName): number {
  const patient: Patient = patients[name];
  return patient.kind === "points" && patient.start > 0 ? 3 : 1.25;
}
