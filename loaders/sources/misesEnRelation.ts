import { z } from "zod";
import { answer } from "../fields/answer.js";
import { coded } from "../fields/coded.js";
import { dotlessApe } from "../fields/identifier.js";
import { moment } from "../fields/moment.js";
import { expanded, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { MATCH_STATUSES, NEED_STATUSES, SOLICITATION_STATUSES } from "./matchStatuses.js";
import type { Source } from "./source.js";

const when = (description: string) =>
  moment({ optional: true, optionalColumn: true }).meta({ description, unit: "instant" });

const words = (description: string) =>
  text({ optionalColumn: true }).meta({ description, unit: "—" });

const number = (description: string) =>
  text({ optional: false }).meta({ description, unit: "identifiant" });

const answered = (description: string) =>
  answer({ optional: true, optionalColumn: true }).meta({ description, unit: "oui/non" });

/**
 * Matches of Place des Entreprises, one a line: a need sent to an expert. What names or leads to a
 * company or a person is refused at the door, the SIRET among it: distinct companies are counted by
 * the number that the service gives an establishment, where the export has it (§1.7).
 */
export const misesEnRelation: Source = {
  name: "mises_en_relation",
  title: "Place des Entreprises, mises en relation",
  kind: "flow",
  key: ["id_mise_en_relation"],
  recognises: (name) => /^mises[-_]en[-_]relation.*\.csv$/i.test(name),
  delimiter: LAYOUTS.mises_en_relation.delimiter,
  quotes: "strict",
  ignored: [
    ...["Commune", "Codes NAFA", "Nature de l’entreprise", "forme d’exercice"],
    ...["Nature des activités", "Tags de l’équipe", "badges", "Inscrit rcs", "Inscrit rm"],
  ],
  refused: [
    ...["Description", "Description de la sollicitation", "SIRET", "Nom de l’entreprise"],
    ...["Nom", "Contact en entreprise", "Email", "Adresse mail du contact entreprise"],
    ...["Téléphone", "Téléphone du contact entreprise", "Conseiller", "Expert"],
    ...["Page du besoin", "Page besoin", "origin_id", "Id de la page d’origine", "gclid", "Id GA"],
    ...["Satisfaction – commentaire", "Commentaire de satisfaction"],
  ],
  labels: {
    date_sollicitation: ["Date de sollicitation", "Date de création de la sollicitation"],
    id_sollicitation: ["Id de la sollicitation"],
    id_etablissement: ["Id de l’établissement"],
    type_source: ["Type de source"],
    intitule_source: ["Intitulé de la source"],
    detail_source: ["Détail de la source"],
    theme_choisi: ["Thème choisi sur le site", "Thématique choisie sur le site"],
    sujet_choisi: ["Option choisie sur le site", "Sujet choisi sur le site"],
    region: ["Région de l’établissement"],
    categorie_juridique: ["Catégorie juridique"],
    code_naf: ["Code NAF"],
    effectifs: ["Effectifs"],
    statut_sollicitation: ["Statut de la sollicitation"],
    date_transmission: ["Date de transmission du besoin"],
    id_besoin: ["Identifiant du besoin"],
    theme: ["Thème réel"],
    sujet: ["Sujet réel"],
    id_mise_en_relation: ["Id de la mise en relation"],
    id_expert: ["Id de l’expert"],
    antenne_expert: ["Antenne de l’expert"],
    institution_expert: ["Institution de l’expert"],
    statut_mise_en_relation: ["Statut de la mise en relation"],
    date_prise_en_charge: ["Date de prise en charge"],
    date_cloture: ["Date de clôture", "Date de cloture"],
    statut_besoin: ["Statut du besoin"],
    date_derniere_chance: [
      "Date d’envoi mail de la dernière chance",
      "Date d’envoi du mail de la dernière chance",
    ],
    date_abandon: ["Date d’abandon"],
    date_archivage: ["Date d’archivage"],
    satisfaction_rappel: ["Satisfaction - rappel", "Satisfaction – rappel (oui/non)"],
    satisfaction_utilite: ["Satisfaction - utilité", "Satisfaction – utilité (oui/non)"],
    satisfaction_solutions: ["Satisfaction - solutions"],
  },
  schema: z.object({
    date_sollicitation: when("Dépôt de la demande ; vide après la visite d’un conseiller"),
    id_sollicitation: text().meta({ description: "Numéro de la demande", unit: "identifiant" }),
    id_etablissement: text({ optionalColumn: true }).meta({
      description: "Numéro de l’établissement dans le service, que rien ne relie à un SIRET",
      unit: "identifiant",
    }),
    type_source: expanded(
      { Iframe: "iframe", API: "api", "Google Ads": "googleads", Campagne: "campaign" },
      { optionalColumn: true },
    ).meta({ description: "Canal : iframe, api, googleads, campaign", unit: "code" }),
    intitule_source: words("Nom du canal"),
    detail_source: words("Précision sur le canal"),
    theme_choisi: words("Thème choisi par l’entreprise"),
    sujet_choisi: words("Sujet choisi par l’entreprise"),
    region: words("Région de l’établissement"),
    categorie_juridique: words("Catégorie juridique, en clair"),
    code_naf: dotlessApe({ lenient: true, optionalColumn: true }).meta({
      description: "Activité, NAF rév. 2",
      unit: "code",
    }),
    effectifs: words("Tranche d’effectif, en clair"),
    statut_sollicitation: coded(SOLICITATION_STATUSES, {
      optional: true,
      optionalColumn: true,
    }).meta({ description: "État de la demande", unit: "code" }),
    date_transmission: moment().meta({
      description: "Transmission du besoin à l’expert",
      unit: "instant",
    }),
    id_besoin: number("Numéro du besoin"),
    theme: words("Thème du besoin"),
    sujet: words("Sujet du besoin"),
    id_mise_en_relation: number("Numéro de la mise en relation"),
    id_expert: text({ optionalColumn: true }).meta({
      description: "Numéro de l’expert, que rien ici ne relie à une personne",
      unit: "identifiant",
    }),
    antenne_expert: words("Antenne de l’expert"),
    institution_expert: words("Institution de l’expert"),
    statut_mise_en_relation: coded(MATCH_STATUSES).meta({
      description:
        "État : quo sans réponse, taking_care prise en charge, done aide proposée, done_no_help pas d’aide, done_not_reachable injoignable, not_for_me refusée",
      unit: "code",
    }),
    date_prise_en_charge: when("Prise en charge par l’expert"),
    date_cloture: when("Clôture par l’expert"),
    statut_besoin: coded(NEED_STATUSES).meta({
      description: "État du besoin, déduit de ceux de ses mises en relation",
      unit: "code",
    }),
    date_derniere_chance: when("Envoi de la dernière relance"),
    date_abandon: when("Abandon, sans réponse après 45 jours"),
    date_archivage: when("Archivage"),
    satisfaction_rappel: answered("L’entreprise a été contactée par un expert"),
    satisfaction_utilite: answered("L’échange a été utile"),
    satisfaction_solutions: words("Suites de l’échange, parmi des réponses données"),
  }),
  period: "date_transmission",
};
