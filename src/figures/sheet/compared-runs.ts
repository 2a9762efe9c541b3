export interface ComparedRun {
  /** "run 2": which one this is. */
  readonly name: string;
  /** How and when its picture was made. */
  readonly made: string;
  /** Its last picture; without one only the numbers are compared. */
  readonly picture?: HTMLCanvasElement;
}

/** One measure of both runs, as text, and what its floor is. */
export interface ComparedMeasure {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly floor: string;
}

export interface SideBySideData {
  readonly left: ComparedRun;
  readonly right: ComparedRun;
  /** "Learning rate 0.002 → 0.01": what differs, and what does not. */
  readonly differs: string;
  readonly measures: readonly ComparedMeasure[];
}
