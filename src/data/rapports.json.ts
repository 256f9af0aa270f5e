import { readReports } from "./reports.js";

process.stdout.write(JSON.stringify(readReports()));
