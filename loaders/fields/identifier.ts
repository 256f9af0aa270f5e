import { type FieldOptions, field } from "./field.js";
import { shapedText } from "./text.js";

/** SIREN: nine digits. The format alone is required: partners send numbers that fail Luhn's check. */
export function siren(options: FieldOptions = {}) {
  return shapedText(/[0-9]{9}/, "n’est pas un SIREN (9 chiffres)", options);
}

/** SIRET: fourteen digits; those with letters are provisional and are refused. */
export function siret(options: FieldOptions = {}) {
  return shapedText(/[0-9]{14}/, "n’est pas un SIRET (14 chiffres)", options);
}

/** NIC: the five last digits of a SIRET. */
export function nic(options: FieldOptions = {}) {
  return shapedText(/[0-9]{5}/, "n’est pas un NIC (5 chiffres)", options);
}

/** SIREN written with spaces, `000 111 222`, as the Banque de France sends it. */
export function spacedSiren(options: FieldOptions = {}) {
  return field<string>(
    {
      type: "VARCHAR",
      pattern: /[0-9]{3} ?[0-9]{3} ?[0-9]{3}/,
      refusal: "n’est pas un SIREN (9 chiffres)",
      parse: {
        sql: (text) => `replace(${text}, ' ', '')`,
        js: (text) => text.replaceAll(" ", ""),
      },
    },
    options,
  );
}

/** Activity code of the NAF rév. 2, `52.21Z` (décret n° 2007-1888). */
export function ape(options: FieldOptions = {}) {
  return shapedText(/[0-9]{2}\.[0-9]{2}[A-Z]/, "n’est pas un code APE (00.00A)", options);
}
