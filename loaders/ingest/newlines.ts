const NEWLINE = 10;
const RETURN = 13;

/** Number of line feeds; `indexOf` is faster than a look at each byte, or at four, for 20 bytes a line. */
export function newlines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Where the first carriage return without line feed is, which the end may be; -1 for none. */
export function bareReturn(block: Buffer): number {
  let at = block.indexOf(RETURN);
  while (at >= 0 && block[at + 1] === NEWLINE) at = block.indexOf(RETURN, at + 2);
  return at;
}
