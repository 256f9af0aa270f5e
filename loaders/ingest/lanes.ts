import type { DuckDBConnection } from "../duckdb.js";

/**
 * Does a task for each item, on several connections at once: each takes the next item when it has
 * done one. Started in their order, items may end in another. After a failure no item is started;
 * those under way are waited for, then the first error is thrown.
 */
export async function inLanes<Item>(
  connections: readonly DuckDBConnection[],
  items: readonly Item[],
  task: (connection: DuckDBConnection, item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lanes = connections.map(async (connection) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await task(connection, item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  });
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
}
