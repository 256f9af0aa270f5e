import { readEditor } from "./editor.js";

process.stdout.write(JSON.stringify(readEditor()));
