const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as it is written in HTML or XML, in an attribute too; entities already written stay. */
export function escapeHtml(text: string): string {
  return text.replace(/&(?!(?:\w+|#\d+);)|[<>"]/g, (character) => ENTITIES[character]!);
}
