import { readDeliveries } from "./deliveries.js";

process.stdout.write(JSON.stringify(readDeliveries()));
