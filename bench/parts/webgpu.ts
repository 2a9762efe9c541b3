import type {Part} from "../part.js";
export const webgpu: Part = {title: "webgpu", measure: async () => []};
