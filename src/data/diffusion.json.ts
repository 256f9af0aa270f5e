import { readDiffusion } from "./diffusion.js";

process.stdout.write(JSON.stringify(readDiffusion()));
