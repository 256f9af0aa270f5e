/** What conventions pay for (impact, §2.2): the two services, and the pre-incubation of others. */
export const STARTUPS = ["signaux-faibles", "place-des-entreprises", "pre-incubation"] as const;
