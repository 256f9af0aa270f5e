/** `engagements.json`: what the batch knows of what was delivered. */
export interface EngagementsTable {
  /** First day of the batch month, `YYYY-MM-DD`: stands in for today. */
  today: string;
  /** Last day observed. */
  asOf: string;
  /** Dates of publication of the lists, oldest first. */
  lists: string[];
  /** Last day known of each source, by its name; absent for one without rows. */
  sources: Record<string, string>;
  /** Last month spent or forecast, by convention, and last one paid, by post: `YYYY-MM`. */
  conventions: Record<string, string>;
  posts: Record<string, string>;
  /** Who sends what. */
  partners: Partner[];
}

export interface Partner {
  producer: string;
  sources: { label: string; freshness: string | null; rows: number }[];
}
