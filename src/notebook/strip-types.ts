/** The part of sucrase's `transform` in use. */
export type StripTypes = (
  code: string,
  options: {
    transforms: "typescript"[];
    disableESTransforms: boolean;
    keepUnusedImports: boolean;
  },
) => {readonly code: string};

/** TypeScript without its types, each line in its place. What a cell only imports, another may use. */
export function stripTypes(code: string, transform: StripTypes): string {
  return transform(code, {
    transforms: ["typescript"],
    disableESTransforms: true,
    keepUnusedImports: true,
  }).code;
}
