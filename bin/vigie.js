#!/usr/bin/env node
import { register } from "tsx/esm/api";

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
register();
const { main } = await import("../cli/main.ts");
process.exitCode = await main(process.argv);
