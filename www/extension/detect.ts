/**
 * Decides whether a page is a news article, on sites where newsgloss is always on, and whether it is one to stay out of.
 *
 * It is all that runs on other pages of such a site, so it is small and looks at little: what the page declares itself to be, and then
 * whether it holds the text for it. It loads nothing, changes nothing and keeps nothing. What exactly the article is, the core finds out.
 */

/** What schema.org calls articles of news. */
const NEWS = /^(https?:\/\/schema\.org\/)?((Advertiser|Analysis|AskPublic|Background|Opinion|Reportage|Review|Satirical)?(Content|News)?Article|LiveBlogPosting|Report)$/;

/** Fields that are asked for where people sign in, pay or bank. */
const SECRETS = 'input[type="password"], input[autocomplete~="one-time-code"], input[autocomplete*="cc-"]';

/** Where people write. */
const EDITORS = 'textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"][aria-multiline="true"]';
/** What part of the window an editor takes up that is what the page is for; a box for comments takes less. */
const EDITORS_SHARE = 0.25;

/** Pages that list what somebody has looked for. */
const SEARCH = /^\/([a-z]{2}\/)?(search|suche|recherche|buscar|busqueda|find)(\/|\.\w+)?$/i;

/** What somebody reads from above to below: paragraphs with so many characters. */
const PARAGRAPH = 60;
const DECLARED = { paragraphs: 3, text: 600 };
/** Without any word of the page that it is an article, its text must say so itself. */
const UNDECLARED = { paragraphs: 5, text: 1500 };
/** How many paragraphs are looked at. */
const MOST = 400;
/** And how many other blocks, which pages have by the thousand. */
const MOST_BLOCKS = 4000;

/** Whether the page is a news article in English, and none of those where newsgloss has no business. */
export function isArticle(page: Document): boolean {
  return isEnglish(page) && !isPrivate(page) && isLong(page, isDeclared(page));
}

/** Whether people sign in here, pay, write or search. */
function isPrivate(page: Document): boolean {
  if (SEARCH.test(page.location.pathname)) return true;
  if (page.designMode === 'on') return true;
  if ([...page.querySelectorAll(SECRETS)].some(isSeen)) return true;
  const view = page.defaultView;
  const window = view === null ? 0 : view.innerWidth * view.innerHeight;
  const areaOf = (element: Element): number => {
    const { width, height } = element.getBoundingClientRect();
    return width * height;
  };
  return [...page.querySelectorAll(EDITORS)].some((element) => areaOf(element) > window * EDITORS_SHARE && isSeen(element));
}

function isEnglish(page: Document): boolean {
  return /^(en\b|$)/i.test(page.documentElement.lang);
}

/** Whether the page says of itself that it is an article. */
function isDeclared(page: Document): boolean {
  const type = page.querySelector('meta[property="og:type"]')?.getAttribute('content');
  if (type === 'article') return true;
  const items = [...page.querySelectorAll('[itemtype*="schema.org/"]')];
  if (items.some((item) => NEWS.test(item.getAttribute('itemtype') ?? ''))) return true;
  return [...page.querySelectorAll('script[type="application/ld+json"]')].some(({ textContent }) => isNews(parse(textContent)));
}

/** Whether linked data is about an article: itself, or its page, but nothing that it lists. */
function isNews(it: unknown): boolean {
  if (Array.isArray(it)) return it.some(isNews);
  if (typeof it !== 'object' || it === null) return false;
  const { '@type': type, '@graph': graph, mainEntity } = it as Record<string, unknown>;
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types.some((each) => typeof each === 'string' && NEWS.test(each)) || isNews(graph) || isNews(mainEntity);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether paragraphs of enough text stand together somewhere on the page. */
function isLong(page: Document, isDeclared: boolean): boolean {
  const least = isDeclared ? DECLARED : UNDECLARED;
  const found = new Map<Element, { paragraphs: number; text: number }>();
  for (const { block, length } of paragraphs(page, isDeclared)) {
    if (block.closest('aside, footer, nav, form, [role="dialog"]') !== null) continue;
    // Pictures and advertisements stand between them, so what holds them together may be a step further out.
    const holder = block.closest('article') ?? block.parentElement?.parentElement ?? block.parentElement;
    if (holder === null) continue;
    const sum = found.get(holder) ?? { paragraphs: 0, text: 0 };
    found.set(holder, sum);
    sum.paragraphs += 1;
    sum.text += length;
    if (sum.paragraphs >= least.paragraphs && sum.text >= least.text) return true;
  }
  return false;
}

/** The paragraphs with enough text. Some papers' are none to HTML: `isLoose` takes the lines of other blocks too. */
function* paragraphs(page: Document, isLoose: boolean): Iterable<{ block: Element; length: number }> {
  for (const block of [...page.querySelectorAll('p')].slice(0, MOST)) {
    const { length } = block.textContent.trim();
    if (length >= PARAGRAPH) yield { block, length };
  }
  if (!isLoose) return;
  for (const block of [...page.querySelectorAll('div, section, article')].slice(0, MOST_BLOCKS)) {
    for (const child of block.childNodes) {
      const length = child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '').trim().length : 0;
      if (length >= PARAGRAPH) yield { block, length };
    }
  }
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
