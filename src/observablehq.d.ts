/** The part of Observable Framework's standard library that the course uses. */
declare module "observablehq:stdlib" {
  /** A file that Framework copies into the site; the path must be a literal, relative to the importing module. */
  export function FileAttachment(path: string): {
    readonly href: string;
    text(): Promise<string>;
    json(): Promise<unknown>;
    arrayBuffer(): Promise<ArrayBuffer>;
  };
}
