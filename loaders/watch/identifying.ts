/**
 * Columns whose values point at a company, an establishment, a person or a file, or are free: never
 * listed. Labels are those of the partners, in snake or camel case.
 */
const WORDS =
  /siren|siret|^nic|^compte$|cpte|numero|^num_|(^|_)id($|_)|(^|_)d1$|nom($|[0-9_U])|sigle|raison|titre|denom|adresse|voie|courriel|mail|(^|_)tel|agent|utilisateur|referent|participant|contact|comment|synthese|descri/i;

/** True for a column of identifiers, names or words: its rows, empty cells and distinct values only count. */
export function isIdentifying(column: string): boolean {
  return WORDS.test(column);
}
