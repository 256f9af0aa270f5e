import { bundleLabWorker } from "./labWorker.js";

process.stdout.write(await bundleLabWorker());
