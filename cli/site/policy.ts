import { createHash } from "node:crypto";

/**
 * What a page may load and run, as a Content-Security-Policy (W3C CSP3): its own origin, and its
 * inline scripts by their hashes. Styles keep `unsafe-inline`: Plot writes a `<style>` in each
 * chart. `blob:` and `data:` images are for charts saved as PNG.
 */
export function policyMeta(html: string, more: readonly string[] = []): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = [...new Set(scripts.map(([, code]) => `'sha256-${sha256(code ?? "")}'`))];
  const policy = [
    "default-src 'none'",
    `script-src ${["'self'", ...more, ...hashes].join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

/** What notebooks may run besides: Arquero compiles the expressions of a query (`new Function`). */
export const NOTEBOOK_POLICY = ["'unsafe-eval'"] as const;

/**
 * Headers of every answer (OWASP HTTP Headers Cheat Sheet). What a `<meta>` cannot say is here:
 * nobody may frame the site.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
