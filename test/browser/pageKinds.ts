/** One page per anomaly, report, région, département and sector, each from one template: some stand for all. */
const ALIKE =
  /^(?:anomalies\/(?!index|type-error|encoding-error)|regions\/(?!index|guyane|bretagne)|departements\/(?!index|nord)|secteurs\/(?!index|f\.|ca\.))/;

/** Of the files of a site, its pages, one or two for each template. */
export function kindsOfPages(files: readonly string[]): string[] {
  return files.filter((file) => file.endsWith(".html") && !ALIKE.test(file));
}

/** Address of a page of a site from its file. */
export function addressOf(site: string, file: string): string {
  return new URL(file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, ""), site).href;
}

/** Does a work for each page, two pages at a time: as many as the processors of a small machine. */
export async function twoAtATime<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}
