/** What all pages about newsgloss have around their text: the policy, the list of pages, what is on this one. */

/** No more than the package needs, and nothing of the page's own that is not in a file. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @param {string} html */
const plain = (html) => html.replaceAll(/<[^>]*>/g, '').replaceAll('"', '&quot;');

/**
 * @param {import('./pages.js').SitePage} page
 * @param {import('./markdown.js').Rendered} text
 * @param {import('./pages.js').SitePage[]} pages
 */
export function framed(page, { title, lead, body, headings }, pages) {
  const links = pages
    .filter(({ listed }) => listed !== false)
    .map(({ to, title }) => `<li><a href="${to === 'index.html' ? './' : to}"${to === page.to ? ' aria-current="page"' : ''}>${title}</a></li>`);
  const contents = headings.map(({ id, html }) => `<li><a href="#${id}">${html}</a></li>`);
  const scripts = ['site.js', ...(page.script === undefined ? [] : [page.script])].map((name) => `<script type="module" src="${name}"></script>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${plain(lead).replaceAll('\n', ' ')}">
<title>${plain(title)} – newsgloss</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="ground.css">
<link rel="stylesheet" href="site.css">
<link rel="stylesheet" href="code.css">
${scripts.join('\n')}
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header class="top">
<p class="wordmark"><a href="./">newsgloss</a></p>
<nav aria-label="Pages">
<ul>
${links.join('\n')}
<li><a href="/">Demonstration</a></li>
</ul>
</nav>
</header>
<div class="sheet">
<main id="text" tabindex="-1">
<header>
<h1>${title}</h1>
<p class="lead">${lead}</p>
</header>
${body}
</main>
${contents.length < 2 ? '' : `<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ol>\n${contents.join('\n')}\n</ol></nav>`}
</div>
<footer class="foot">
<p>newsgloss is free software under the MIT licence. <a href="data.html">The data that ships</a> has sources of its own. <a href="changes.html">What is new</a></p>
<p>These pages load nothing from anywhere else, and count nobody.</p>
</footer>
</body>
</html>
`;
}
