import {describe, expect, test} from "vitest";
import {drawingProblem} from "../../../src/notebook/drawing.js";

describe("a drawing", () => {
  test.for([
    '<svg viewBox="0 0 1 1"><g><path d="M0 0L1 1"/><text x="1">loss &lt; 1 &amp; falling</text></g></svg>',
    '<svg><defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs><rect fill="url(#a)"/></svg>',
    "<svg><style>circle { fill: url('#a'); }</style><circle r='1'><title>image (3) of url</title></circle></svg>",
    "<svg><!-- what --><rect/></svg>",
  ])("may have shapes, words, colours and styles: %s", (svg) => {
    expect(drawingProblem(svg)).toBeUndefined();
  });

  test.for([
    ['<svg><g id="a"/><use href="#a"/></svg>', /^<use> \(svg, g, path/],
    ['<svg xmlns:s="http://www.w3.org/2000/svg"><s:use href="#a"/></svg>', /^<s:use>/],
    ["<svg><USE/></svg>", /^<USE>/],
    ['<svg><pattern id="a"/></svg>', /^<pattern>/],
    ["<svg><filter/></svg>", /^<filter>/],
    ["<svg><mask/></svg>", /^<mask>/],
    ["<svg><foreignObject/></svg>", /^<foreignObject>/],
    ["<svg><image href='data:image/svg+xml,x'/></svg>", /^<image>/],
    ["<svg><script>1</script></svg>", /^<script>/],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', /^<!DOCTYPE>/],
    ["<?xml-stylesheet href='x'?><svg/>", /^<\?xml-stylesheet>/],
    ["<svg><![CDATA[<use/>]]></svg>", /^<!\[CDATA\[/],
    ['<svg style="background: url(data:image/svg+xml,x)"/>', /^url\( \(url\(#…\)/],
    ["<svg><style>* { background: -webkit-image-set('data:x' 1x) }</style></svg>", /^image-set\(/],
    ["<svg><style>* { background: u\\72l(x) }</style></svg>", /^\\ or &#/],
    ['<svg style="background: &#117;rl(x)"/>', /^\\ or &#/],
  ] as const)("has nothing that stands for more than itself: %s", ([svg, why]) => {
    expect(drawingProblem(svg)).toMatch(why);
  });
});
