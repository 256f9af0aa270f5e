import { expect, test } from "vitest";
import {
  EDITOR_FIELDS,
  missingFacts,
  parseEditor,
  UNKNOWN_EDITOR,
} from "../../../src/lib/site/editor.js";

test("what the entity says is kept, the rest is known to be missing", () => {
  const editor = parseEditor('{"hebergeur": "Hébergeur du Nord"}', "site.json");
  expect(editor.hebergeur).toBe("Hébergeur du Nord");
  expect(editor.directeur).toBeNull();
  expect(missingFacts(editor)).not.toContain(EDITOR_FIELDS.hebergeur);
  expect(missingFacts(UNKNOWN_EDITOR)).toEqual(Object.values(EDITOR_FIELDS));
});

test.each([
  ['{"hebergeurs": "x"}', /site\.json : le champ « hebergeurs » est inconnu/],
  ['{"hebergeur": 3}', /site\.json : le champ « hebergeur » n’est pas un texte/],
  ['{"hebergeur": " "}', /n’est pas un texte/],
  ["[]", /n’est pas un objet JSON/],
  ["{", /n’est pas un objet JSON/],
])("%s is refused with the file and the field", (text, message) => {
  expect(() => parseEditor(text, "site.json")).toThrow(message);
});
