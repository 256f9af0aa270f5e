/**
 * Who is followed (§1.7): companies that reached ten employees. At a given month, in one of the 36
 * months before it (opensignauxfaibles `lib/filter`, d945a59f, March 2026); in a snapshot, in one of
 * the 120 months before its batch, as the documents say. With 36 there too, a company that failed
 * four years ago would be in no table: past insolvencies would vanish from the series, and a model
 * trained on those years would learn from survivors only.
 */
export const PERIMETER = { employees: 10, monthsAtDate: 36, monthsInSnapshot: 120 } as const;
