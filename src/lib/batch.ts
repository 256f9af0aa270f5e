/**
 * First day after the data of a batch, `YYYY-MM-01`: the batch `AAMM` (or sub-batch `AAMM_NN`) holds
 * what was known up to the last day of the month before. Source: opensignauxfaibles batch file,
 * `date_fin` = first day of the batch month.
 */
export function batchEnd(batch: string): string {
  return `20${batch.slice(0, 2)}-${batch.slice(2, 4)}-01`;
}
