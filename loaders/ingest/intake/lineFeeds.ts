/** Ends every line of a text by a line feed, where some end by a carriage return alone. */
export async function* lineFeeds(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = "";
  for await (const chunk of chunks) {
    const text = held + chunk.toString("latin1");
    held = text.endsWith("\r") ? "\r" : "";
    yield fed(text.slice(0, text.length - held.length));
  }
  yield fed(held);
}

/** Bytes are taken one a character, so that any encoding made of ASCII goes through unharmed. */
function fed(text: string): Buffer {
  return Buffer.from(text.replace(/\r\n?/g, "\n"), "latin1");
}
