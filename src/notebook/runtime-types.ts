/** The part of Observable's runtime that notebooks use: a graph of variables, each computed anew when one of its inputs changes. */

export interface Observer {
  pending?(): void;
  fulfilled?(value: unknown): void;
  rejected?(error: unknown): void;
}

export interface Variable {
  define(name: string | null, inputs: readonly string[], definition: unknown): Variable;
  delete(): void;
}

export interface Runtime {
  module(): {variable(observer: Observer | true): Variable};
  dispose(): void;
}

export type MakeRuntime = new (
  builtins: Readonly<Record<string, unknown>>,
  global: (name: string) => unknown,
) => Runtime;
