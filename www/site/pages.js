/** The pages about newsgloss, in the order in which they are listed. */

/**
 * A page: where its text is, what it is called in the list of pages, and the script that it has besides that of all.
 * @typedef {{ from: string, to: string, title: string, script?: string, listed?: boolean }} SitePage
 */

/** @type {SitePage[]} */
export const PAGES = [
  { from: 'www/site/pages/what.md', to: 'index.html', title: 'What it does', script: 'live.js' },
  { from: 'www/site/pages/embed.md', to: 'embed.html', title: 'Embed it' },
  { from: 'www/site/pages/options.md', to: 'options.html', title: 'Options' },
  { from: 'www/site/pages/theming.md', to: 'theming.html', title: 'Theming', script: 'theming.js' },
  { from: 'www/site/pages/security.md', to: 'security.html', title: 'Security and privacy' },
  { from: 'www/site/pages/accuracy.md', to: 'accuracy.html', title: 'Accuracy' },
  { from: 'www/site/pages/extension.md', to: 'extension.html', title: 'Extension' },
  { from: 'DATA.md', to: 'data.html', title: 'The data', listed: false },
  { from: 'CHANGELOG.md', to: 'changes.html', title: 'Changes', listed: false },
  { from: 'SECURITY.md', to: 'report.html', title: 'Report a weakness', listed: false },
];
