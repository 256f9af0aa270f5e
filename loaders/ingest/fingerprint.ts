import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** SHA-256 and size of a stream of bytes. */
export class Fingerprint {
  #hash = createHash("sha256");
  #bytes = 0;

  /** Lets the bytes through, having counted them. */
  async *observe(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /** To be asked once, at the end. */
  result(): { sha256: string; bytes: number } {
    return { sha256: this.#hash.digest("hex"), bytes: this.#bytes };
  }
}

/** SHA-256 (hexadecimal) and size of a file, read in constant memory. */
export async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const print = new Fingerprint();
  for await (const _ of print.observe(createReadStream(file)));
  return print.result();
}
