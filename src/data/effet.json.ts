import { printTable } from "./tables.js";

printTable("effet.json");
