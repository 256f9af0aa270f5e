import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { apacheAccess } from "./apache.js";
import { netlifyHeaders } from "./netlify.js";
import { nginxServer } from "./nginx.js";

/** Settings of the common hosts, from one source, by the name each looks for. */
export const HOST_FILES: Readonly<Record<string, () => string>> = {
  _headers: netlifyHeaders,
  ".htaccess": apacheAccess,
  "nginx.conf": nginxServer,
  // GitHub Pages would leave out the folders whose name starts with « _ », and sets no header: the
  // policy in each page is all there is.
  ".nojekyll": () => "Publier tel quel.\n",
};

/** Writes the settings of the common hosts in the site that they would serve. */
export async function writeHostFiles(site: string): Promise<void> {
  for (const [name, content] of Object.entries(HOST_FILES)) {
    await writeFile(join(site, name), content());
  }
}
