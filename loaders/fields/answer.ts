import { type FieldOptions, field } from "./field.js";

/** An answer, `oui` or `non`. */
export function answer(options: FieldOptions = {}) {
  return field<boolean>(
    {
      type: "BOOLEAN",
      pattern: /oui|non/,
      refusal: "n’est ni oui ni non",
      parse: { sql: (text) => `${text} = 'oui'`, js: (text) => text === "oui" },
    },
    options,
  );
}
