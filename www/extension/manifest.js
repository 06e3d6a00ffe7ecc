/**
 * The manifest of the extension, for each browser. Both say the same but where the browsers differ; the version is the crate's.
 */
import { version } from '../../scripts/packaged.js';

/** @typedef {'chrome' | 'firefox'} Target */

/** The pages of the extension can reach nothing but its own files; WebAssembly is for checking a reader's list of names. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const ICONS = Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icons/${size}.png`]));

/**
 * @param {Target} target
 * @param {{ grant?: string[] }} [more] Hosts that are permitted from the beginning, as tests need: no driver can answer the browser's question.
 */
export function manifest(target, { grant = [] } = {}) {
  const isChrome = target === 'chrome';
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    version: version(),
    default_locale: 'en',
    icons: ICONS,
    action: { default_title: '__MSG_actionTitle__', default_icon: ICONS },
    // `activeTab` and `scripting`: to run where the reader asks for it. `storage`: to keep what the reader has chosen.
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    ...(grant.length > 0 && { host_permissions: grant }),
    // Asked for site by site, when the reader wants newsgloss always on there.
    optional_host_permissions: ['*://*/*'],
    background: isChrome ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'open-panel': { description: '__MSG_commandPanel__' },
    },
    options_ui: { page: 'options.html', open_in_tab: true },
    content_security_policy: { extension_pages: POLICY },
    web_accessible_resources: [
      {
        resources: ['*.js', '*.wasm', '*.txt', '*.bin'],
        matches: ['<all_urls>'],
      },
    ],
    // One background for all windows; what is read in a private one is never written down: see `shellStore`.
    incognito: 'spanning',
    ...(isChrome
      ? { minimum_chrome_version: '125' }
      : {
          browser_specific_settings: {
            gecko: { id: 'newsgloss@newsgloss.invalid', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }),
  };
}
