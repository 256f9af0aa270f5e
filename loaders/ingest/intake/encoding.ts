import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** Names of the WHATWG Encoding Standard, which `TextDecoder` reads. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "iso-8859-15" | "windows-1252";

/** Bytes looked at to tell UTF-16 from the rest. */
const START = 4096;

/** UTF-16 from its mark or, without one, from a NUL in every other byte; undefined otherwise. */
export async function sniffUtf16(file: string): Promise<Encoding | undefined> {
  const start = await startOf(file, START);
  const [a, b] = start;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const nuls = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) nuls[index % 2]!++;
  const half = start.length / 2;
  const most = half * 0.9;
  if (half < 2) return undefined;
  if (nuls[1]! > most && nuls[0] === 0) return "utf-16le";
  return nuls[0]! > most && nuls[1] === 0 ? "utf-16be" : undefined;
}

/** First bytes of a file, fewer when it is shorter. */
export async function startOf(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * One-byte encoding of a file that is not UTF-8: Windows-1252 when it holds bytes 0x80 to 0x9F,
 * which ISO-8859-15 leaves to control characters, else ISO-8859-15. Undefined when some characters
 * are UTF-8 and others not: the file mixes two encodings and no single one reads it.
 */
export async function sniffBytes(file: string): Promise<Encoding | undefined> {
  const decoder = new TextDecoder("utf-8");
  let control = false;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (/[\x80-\uFFFC\uFFFE\uFFFF]/.test(decoder.decode(chunk, { stream: true }))) return undefined;
    control ||= /[\x80-\x9f]/.test(chunk.toString("latin1"));
  }
  return control ? "windows-1252" : "iso-8859-15";
}

/** A text in UTF-8, from another encoding; throws when a character is not of it ({@link isNotOf}). */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** True of the error of a text that is not of the encoding it was read in. */
export function isNotOf(error: unknown): boolean {
  return (error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}
