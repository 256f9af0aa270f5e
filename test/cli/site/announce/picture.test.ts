import { expect, test } from "vitest";
import { previewPicture, previewSvg } from "../../../../cli/site/announce/picture.js";
import { COLOURS } from "../../../../src/lib/colours.js";

test("variables become the light colours and the text is wrapped", () => {
  const svg = previewSvg(
    '<svg viewBox="0 0 9 9" width="9" style="color:red"><path stroke="var(--vigie-subject)" fill="var(--vigie-sequential-0)"/></svg>',
    "Les ouvertures de procédures augmentent de 2\u00a0%",
  );
  expect(svg).toContain(`stroke="${COLOURS.subject.light}"`);
  expect(svg).not.toMatch(/var\(|color:red|width="9"/);
  expect([...svg.matchAll(/font-weight="bold">([^<]*)</g)].map(([, line]) => line)).toEqual([
    "Les ouvertures de",
    "procédures",
    "augmentent de 2\u00a0%",
  ]);
});

test("a page without chart has no picture", () => {
  expect(previewPicture("<main><svg></svg></main>", "Titre")).toBeUndefined();
});
