import { type Diagnosis, type FieldOptions, field } from "./field.js";
import { shapedText } from "./text.js";

/** Plain, no-break and narrow no-break. */
const SPACES = " \u00a0\u202f";

const SPACED: Diagnosis = {
  code: "identifier-spaces",
  pattern: new RegExp(`[${SPACES}]*[0-9](?:[${SPACES}]*[0-9])*[${SPACES}]*`),
  refusal: "contient des espaces",
};

const SIREN_DIAGNOSES: readonly Diagnosis[] = [
  {
    code: "siren-lost-zeros",
    pattern: /[0-9]{1,8}/,
    refusal: "a moins de 9 chiffres : un zéro initial a sans doute été perdu",
  },
  { code: "siren-length", pattern: /[0-9]{10,}/, refusal: "a plus de 9 chiffres" },
  SPACED,
];

const SIRET_DIAGNOSES: readonly Diagnosis[] = [
  {
    code: "siret-lost-zeros",
    pattern: /[0-9]{1,13}/,
    refusal: "a moins de 14 chiffres : un zéro initial a sans doute été perdu",
  },
  { code: "siret-length", pattern: /[0-9]{15,}/, refusal: "a plus de 14 chiffres" },
  {
    code: "siret-provisional",
    pattern: /[0-9]{9}[0-9A-Za-z]{5}/,
    refusal: "est un SIRET provisoire, qui contient des lettres",
  },
  SPACED,
];

/** SIREN: nine digits. The format alone is required: partners send numbers that fail Luhn's check. */
export function siren(options: FieldOptions = {}) {
  return shapedText(/[0-9]{9}/, "n’est pas un SIREN (9 chiffres)", options, SIREN_DIAGNOSES);
}

/** SIRET: fourteen digits; those with letters are provisional and are refused. */
export function siret(options: FieldOptions = {}) {
  return shapedText(/[0-9]{14}/, "n’est pas un SIRET (14 chiffres)", options, SIRET_DIAGNOSES);
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

/** Activity code whose dot may be missing, `4618Z`, as Place des Entreprises writes it. */
export function dotlessApe(options: FieldOptions = {}) {
  return field<string>(
    {
      type: "VARCHAR",
      pattern: /[0-9]{2}\.?[0-9]{2}[A-Z]/,
      refusal: "n’est pas un code APE (00.00A)",
      parse: {
        sql: (text) => `left(${text}, 2) || '.' || right(${text}, 3)`,
        js: (text) => `${text.slice(0, 2)}.${text.slice(-3)}`,
      },
    },
    options,
  );
}
