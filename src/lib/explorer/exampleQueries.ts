/** A question, and the SQL that answers it. */
export interface ExampleQuery {
  label: string;
  sql: string;
}

/** Queries to start from; each runs on the published tables. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    label: "Les régions où la part d’entreprises en dette a le plus monté en un an",
    sql: `SELECT t.libelle AS region, avant.valeur AS avant, apres.valeur AS apres,
  round(apres.valeur - avant.valeur, 2) AS points
FROM part_en_dette apres
JOIN part_en_dette avant USING (niveau_territoire, territoire, secteur, taille)
JOIN territoires t ON t.territoire = apres.territoire AND t.niveau = 'region'
WHERE niveau_territoire = 'region' AND secteur = 'Total' AND taille = 'total'
  AND apres.periodicite = 'M' AND avant.periodicite = 'M'
  AND apres.periode = (SELECT max(periode) FROM part_en_dette WHERE periodicite = 'M')
  AND avant.periode = (left(apres.periode, 4)::INTEGER - 1) || right(apres.periode, 3)
ORDER BY points DESC NULLS LAST`,
  },
  {
    label: "La dette Urssaf par entreprise, par section et par an",
    sql: `SELECT s.libelle AS secteur, periode, round(d.valeur / e.valeur) AS euros_par_entreprise
FROM dette_urssaf d
JOIN entreprises e USING (periodicite, periode, territoire, secteur, taille)
JOIN secteurs s USING (secteur)
WHERE periodicite = 'A' AND territoire = 'FR' AND taille = 'total'
ORDER BY periode DESC, euros_par_entreprise DESC NULLS LAST`,
  },
  {
    label: "La part des valeurs couvertes par le secret, par niveau",
    sql: `SELECT periodicite, niveau_territoire, niveau_secteur, count(*) AS valeurs,
  round(100 * count(*) FILTER (statut = 'secret') / count(*), 1) AS pourcent_secret
FROM effectif
GROUP BY ALL
ORDER BY ALL`,
  },
];
