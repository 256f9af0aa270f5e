/**
 * Hours of a full-time month: 35 hours × 52 weeks / 12 (code du travail, art. L. 3121-27), by which
 * short-time work is turned into full-time equivalents. The former `ratio_apart` divided by 157.67,
 * which no other file does.
 */
export const MONTHLY_HOURS = 151.67;
