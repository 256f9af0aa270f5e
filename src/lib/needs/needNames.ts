/** Channels of acquisition, by their code in the export; none is the site itself. */
export const CHANNELS: Readonly<Record<string, string>> = {
  "": "site du service",
  iframe: "sites partenaires (formulaire intégré)",
  api: "sites partenaires (interface)",
  googleads: "annonces Google",
  campaign: "campagnes et partenaires qui orientent",
};
