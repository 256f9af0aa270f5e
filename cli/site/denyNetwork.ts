import { Socket } from "node:net";

/**
 * Loaded with `--import` before anything else in the process that builds the site: whatever tries to
 * leave this machine is refused and counted. A build that ends has therefore proved that it needs
 * no network.
 */
export const attempts: string[] = [];

function refuse(address: string): never {
  attempts.push(address);
  throw new Error(`network access refused during the build: ${address}`);
}

globalThis.fetch = async (input) => refuse(input instanceof Request ? input.url : String(input));

const connect = Socket.prototype.connect;

/** Named pipes (`path`) stay on this machine: esbuild and tsx use them. */
function connectLocally(this: Socket, ...options: unknown[]): Socket {
  const [first] = options.flat() as [string | number | { path?: string; host?: string }];
  const isPipe = typeof first === "object" ? first.path !== undefined : !Number.isInteger(+first);
  if (!isPipe) refuse(JSON.stringify(first));
  return Reflect.apply(connect, this, options) as Socket;
}

Socket.prototype.connect = connectLocally as typeof connect;
