/**
 * Stands in for vega-embed inside the tfjs-vis bundle: draws a Vega-Lite chart with vega-interpreter instead of
 * `new Function`, which the site's content security policy forbids, and leaves out menus, editors and themes.
 */
import {parse, View} from "vega";
import {expressionInterpreter} from "vega-interpreter";
import {compile, type TopLevelSpec} from "vega-lite";

interface EmbedOptions {
  readonly config?: object;
}

async function embed(container: HTMLElement, spec: TopLevelSpec, options: EmbedOptions = {}) {
  const vegaSpec = compile(spec, {config: options.config ?? {}}).spec;
  const runtime = parse(vegaSpec, {}, {ast: true});
  container.replaceChildren();
  const view = new View(runtime, {expr: expressionInterpreter, container, renderer: "canvas"});
  await view.runAsync();
  return {view, spec, vgSpec: vegaSpec};
}

export {embed as default};
