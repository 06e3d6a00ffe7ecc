/**
 * Sites as readers think of them: "paper.example" is all that is served under that name, by whatever scheme, and "www." adds nothing.
 *
 * A pure module: it turns addresses into sites and sites into the patterns that browsers grant permissions by, and decides whether an
 * address is of one. It never asks the browser for anything.
 */

/** The site of an address; nothing where it is not of the web: a file, a page of the browser's own. */
export function siteOf(address: string | undefined): string | undefined {
  let url: URL;
  try {
    url = new URL(address ?? '');
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  return isSite(host) ? host : undefined;
}

/** The site that a reader has written, as an address or a bare name: "Paper.example", "https://paper.example/news"; nothing where it is none. */
export function siteFrom(written: string): string | undefined {
  const text = written.trim();
  return siteOf(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
}

/** Whether it is a site as this module writes them: a host in lower case, in ASCII. */
export function isSite(it: unknown): it is string {
  return typeof it === 'string' && it.length < 254 && /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/.test(it);
}

/** The patterns of the addresses of a site, as permissions and content scripts are asked for. */
export function patternsOf(site: string): string[] {
  return [isNumeric(site) || !site.includes('.') ? `*://${site}/*` : `*://*.${site}/*`];
}

/** Whether an address is of one of `sites`. */
export function isOf(sites: readonly string[], address: string | undefined): boolean {
  const host = siteOf(address);
  return host !== undefined && sites.some((site) => host === site || (!isNumeric(site) && host.endsWith(`.${site}`)));
}

/** An address in numbers has nothing below it. */
function isNumeric(site: string): boolean {
  return site.startsWith('[') || /^[\d.]+$/.test(site);
}
