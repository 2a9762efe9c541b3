/** What of Jasmine is used. Its own types would make its globals everybody's. */

export interface Jasmine {
  DEFAULT_TIMEOUT_INTERVAL: number;
  getEnv(): {
    configure(options: {random: boolean; specFilter(spec: {id: string}): boolean}): void;
    topSuite(): Suite;
    addReporter(reporter: {
      jasmineStarted(): void;
      suiteStarted(suite: Ran): Promise<void> | undefined;
      specStarted(spec: Ran): void;
      specDone(spec: Ran): void;
      suiteDone(suite: Ran): void;
    }): void;
    execute(): Promise<unknown>;
  };
}

export interface Suite {
  readonly id: string;
  readonly children: readonly (Suite | {readonly id: string; readonly children?: undefined})[];
}

export interface Ran {
  readonly id: string;
  readonly fullName: string;
  readonly status: string;
  readonly failedExpectations: readonly {readonly message: string}[];
}
