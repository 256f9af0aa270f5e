/** Characters shown of a shape: enough to see a format, whatever the length of the cell. */
const LONGEST = 40;

/**
 * The shape of a text: every digit becomes #, every letter a or A, the rest stays. Shows what is
 * wrong with the format of a value and nothing of the value, so that an example of a rejected cell
 * can be published: `12/13/2024` gives `##/##/####`, `-1 234,50 €` gives `-# ###,## €`.
 */
export function shapeOf(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  const shown = characters.slice(0, LONGEST).map(shapeOfCharacter).join("");
  return characters.length > LONGEST ? `${shown}…` : shown;
}

function shapeOfCharacter(character: string): string {
  if (/\p{Nd}/u.test(character)) return "#";
  if (/\p{Lu}/u.test(character)) return "A";
  return /[\p{L}\p{M}\p{N}\p{S}\p{C}]/u.test(character) && !isPlain(character) ? "a" : character;
}

/** Signs that make a format readable. */
function isPlain(character: string): boolean {
  return "+<=>|~^`$€".includes(character);
}

/** Nine digits or more, spaces between them or not: a siren, a siret, an account. */
const IDENTIFIER = /\d(?:[\s\u00a0\u202f]?\d){8,}/g;

/** What is quoted: a value of the file, as messages write it. */
const QUOTED = /«([\s\u00a0\u202f]?)([^»]*?)([\s\u00a0\u202f]?)»/g;

/** A sentence for the public: its identifiers by their shape, the rest as it is. */
export function maskIdentifiers(text: string): string {
  return text.replace(IDENTIFIER, (digits) => shapeOf(digits));
}

/** A sentence for the public: the values it quotes, and identifiers, by their shape. */
export function maskValues(text: string): string {
  const masked = text.replace(
    QUOTED,
    (_, before: string, value: string, after: string) => `«${before}${shapeOf(value)}${after}»`,
  );
  return maskIdentifiers(masked);
}
