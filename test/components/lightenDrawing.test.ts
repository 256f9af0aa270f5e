import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { lightenDrawing } from "../../src/components/lightenDrawing.js";

function lightened(content: string): string {
  const { document } = parseHTML(`<html><body><svg>${content}</svg></body></html>`);
  const drawing = document.querySelector("svg")!;
  lightenDrawing(drawing);
  return drawing.innerHTML;
}

test("the lines of a grid become one path, which looks the same", () => {
  expect(
    lightened(
      '<g stroke="black"><line x1="10" x2="10" y1="0" y2="20"></line><line x1="30.5" x2="30.5" y1="0" y2="20"></line></g>',
    ),
  ).toMatch(/^<g stroke="black"><path d="M10,0L10,20M30.5,0L30.5,20" ?\/?>(<\/path>)?<\/g>$/);
});

test("ticks are put where their shift had them", () => {
  expect(
    lightened(
      '<g fill="none"><path transform="translate(5,100)" d="M0,0L0,6" stroke="red"></path><path transform="translate(-7.5,100)" d="M0,0L0,6" stroke="red"></path></g>',
    ),
  ).toContain('d="M5,100L5,106M-7.5,100L-7.5,106"');
});

test("dots become one path for each look, in the place they had", () => {
  const content =
    '<g><circle cx="5" cy="10" r="3" fill="red"></circle><circle cx="50" cy="10" r="2.5" fill="blue"></circle><circle cx="90" cy="10" r="3" fill="red"></circle></g>';
  expect(lightened(content).match(/d="[^"]*"/g)).toEqual([
    'd="M2,10a3,3,0,1,0,6,0a3,3,0,1,0,-6,0ZM87,10a3,3,0,1,0,6,0a3,3,0,1,0,-6,0Z"',
    'd="M47.5,10a2.5,2.5,0,1,0,5,0a2.5,2.5,0,1,0,-5,0Z"',
  ]);
  expect(lightened(content).match(/fill="\w+"/g)).toEqual(['fill="red"', 'fill="blue"']);
});

test.each([
  [
    "lines of two colours",
    '<line x1="1" y1="1" x2="2" y2="2" stroke="red"></line><line x1="1" y1="1" x2="2" y2="2" stroke="blue"></line>',
  ],
  [
    "see-through lines",
    '<line x2="2" stroke-opacity="0.5"></line><line y2="2" stroke-opacity="0.5"></line>',
  ],
  [
    "curves",
    '<path fill="none" d="M0,0C1,1,2,2,3,3"></path><path fill="none" d="M0,0L1,1"></path>',
  ],
  ["surfaces", '<path d="M0,0L1,1L2,0"></path><path d="M0,0L1,1L2,0"></path>'],
  ["turned lines", '<line x2="2" transform="rotate(45)"></line><line x2="3"></line>'],
  ["a line with a title", '<line x2="2"><title>a</title></line><line x2="3"></line>'],
  ["dots that touch", '<circle cx="5" cy="5" r="2"></circle><circle cx="8" cy="5" r="2"></circle>'],
  [
    "see-through dots",
    '<circle cx="5" cy="5" r="2" fill-opacity="0.5"></circle><circle cx="50" cy="5" r="2"></circle>',
  ],
  [
    "a dot with a title",
    '<circle cx="5" cy="5" r="2"><title>a</title></circle><circle cx="50" cy="5" r="2"></circle>',
  ],
])("%s stay apart", (_, content) => {
  expect(lightened(`<g>${content}</g>`).match(/<(line|path|circle)/g)).toHaveLength(2);
});
