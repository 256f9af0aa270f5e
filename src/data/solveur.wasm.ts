import { readSolver } from "./labWorker.js";

process.stdout.write(readSolver());
