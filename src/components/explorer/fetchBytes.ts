import { LoadError } from "../../lib/explorer/loadError.js";

/** Bytes received so far, and in all when the server says it. */
export type Received = (received: number, total: number | null) => void;

/** A file of the site, with its progress. Throws a `LoadError`. */
export async function fetchBytes(
  address: string,
  onReceived: Received = () => {},
): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new LoadError("missing-file");
  const announced = Number(response.headers.get("content-length"));
  const total = announced > 0 ? announced : null;
  const parts: Uint8Array[] = [];
  let received = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, received);
    parts.push(value);
    received += value.length;
    onReceived(received, total);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
