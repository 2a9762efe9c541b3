export interface ErrorCourse {
  /** Features at each place, ascending, those yet to come as well. */
  readonly widths: readonly number[];
  /** Per cent wrong at each place so far; NaN where nobody has looked. */
  readonly test: ArrayLike<number>;
}

export interface ErrorsByWidthData extends ErrorCourse {
  /** Per cent wrong of the pictures learned from. */
  readonly train: ArrayLike<number>;
  /** The width at which there are as many features as pictures. */
  readonly threshold: number;
  /** Other runs, of which the test is drawn faintly. */
  readonly comparisons?: readonly ErrorCourse[];
  /** The place that is shown elsewhere. */
  readonly shown?: number;
}
