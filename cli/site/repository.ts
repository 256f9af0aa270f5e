import { fileURLToPath } from "node:url";

/** Root of this repository, where `node_modules`, `src` and the Framework configuration are. */
export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** Pages, components and pure code: Framework's root. */
export const PAGES = fileURLToPath(new URL("../../src", import.meta.url));
