import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Numbers drawn from a text alone, in [0, 1): the first two 32-bit words of its SHA-256, so that a
 * draw is the same in Node, in a browser, and whatever the other rows.
 */
export function drawn(text: string): [first: number, second: number] {
  const words = viewOf(sha256(utf8ToBytes(text)));
  return [words.getUint32(0) / WORD, words.getUint32(4) / WORD];
}

/** Values of a 32-bit word. */
export const WORD = 2 ** 32;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
