import type { Random } from "./random.js";

/** Consonant at the end, vowel in the middle, consonant again: every join can be said. */
const STARTS =
  "Bal Bren Cal Cor Dal Dor Fan Fol Gal Gir Hel Jol Kar Lor Mar Mel Nor Pel Quen Ral Ros Sal Syl Tal Tur Val Vel Vol Zel".split(
    " ",
  );
const MIDDLES = "a a e é i o o ou in an".split(" ");
const ENDS =
  "bert bière dane dèle dine fort gane lange lière mont nelle quin rande rive selle sine tane teuil tigny vière vol zac".split(
    " ",
  );

/** What a company of the section calls itself before its invented word. */
const TRADES: Record<string, readonly string[]> = {
  A: ["Domaine", "Vergers", "Pépinières"],
  B: ["Carrières", "Granulats"],
  C: ["Ateliers", "Fonderie", "Mécanique", "Fabrique", "Laboratoires", "Établissements"],
  D: ["Énergies", "Chaleur"],
  E: ["Recyclage", "Eaux"],
  F: ["Bâtiment", "Maçonnerie", "Charpente", "Électricité", "Travaux", "Couverture"],
  G: ["Comptoir", "Maison", "Distribution", "Garage", "Halles"],
  H: ["Transports", "Messagerie", "Autocars", "Logistique"],
  I: ["Hôtel", "Auberge", "Brasserie", "Table", "Relais"],
  J: ["Logiciels", "Studio", "Données", "Éditions"],
  K: ["Participations", "Holding"],
  L: ["Foncière", "Immobilière"],
  M: ["Cabinet", "Ingénierie", "Conseil", "Études"],
  N: ["Services", "Propreté", "Sécurité", "Intérim"],
  O: ["Syndicat", "Régie"],
  P: ["Institut", "Formation", "École"],
  Q: ["Clinique", "Résidence", "Aide"],
  R: ["Théâtre", "Loisirs", "Parc"],
  S: ["Blanchisserie", "Salon", "Association"],
};

const FIRST_NAMES =
  "Alice Anouk Bastien Camille Clara Damien Élise Fabien Gaëlle Hugo Inès Jules Karim Léa Louis Maëlle Nadia Noé Odile Paul Quentin Rose Salomé Théo Yanis Zoé".split(
    " ",
  );

/** An invented word, pleasant to read: « Valoudine ». */
export function inventedWord(random: Random): string {
  return random.pick(STARTS) + random.pick(MIDDLES) + random.pick(ENDS);
}

/** An invented company name: « TRANSPORTS VALOUDINE ». */
export function companyName(section: string, random: Random): string {
  return upper(`${random.pick(TRADES[section]!)} ${inventedWord(random)}`);
}

export const firstName = (random: Random): string => upper(random.pick(FIRST_NAMES));

/** Administrative files write in capitals without accents. */
export const upper = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toUpperCase();
