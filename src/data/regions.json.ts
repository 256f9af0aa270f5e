import { printTable } from "./tables.js";

printTable("regions.json");
