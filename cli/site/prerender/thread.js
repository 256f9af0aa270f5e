/** Start of a thread, which does not inherit the loader of TypeScript its parent registered. */
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
