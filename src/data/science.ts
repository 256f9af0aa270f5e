/** The site is that of data scientists, which holds the notebooks: `VIGIE_SCIENCE`. */
export function isScience({ VIGIE_SCIENCE }: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(VIGIE_SCIENCE);
}
