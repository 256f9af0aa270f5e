/** Saves a text as a file, from the browser alone: nothing is sent. */
export function saveText(name: string, type: string, text: string): void {
  saveBlob(name, new Blob([text], { type }));
}

function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const XMLNS = "http://www.w3.org/2000/svg";

/** A drawing that stands alone: its variables become colours, its background is painted. */
export function standaloneSvg(chart: SVGElement, title: string): string {
  const copy = chart.cloneNode(true) as SVGElement;
  const styles = getComputedStyle(chart);
  copy.setAttribute("xmlns", XMLNS);
  copy.setAttribute(
    "style",
    `background:${styles.getPropertyValue("--vigie-background")};color:${styles.color};font-family:sans-serif`,
  );
  const heading = document.createElementNS(XMLNS, "title");
  heading.textContent = title;
  copy.prepend(heading);
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => styles.getPropertyValue(name).trim());
}

/** Pixels of the picture for one of the drawing: sharp on paper and on dense screens. */
const PNG_SCALE = 2;

/** Saves a drawing as a PNG picture, painted by the browser itself. */
export async function savePng(name: string, chart: SVGElement, title: string): Promise<void> {
  const { width, height } = chart.getBoundingClientRect();
  const image = new Image(width * PNG_SCALE, height * PNG_SCALE);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(chart, title))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, image.width, image.height);
  canvas.toBlob((blob) => blob && saveBlob(name, blob), "image/png");
}
