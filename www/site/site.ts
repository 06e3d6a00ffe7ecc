/** What every page about newsgloss does besides being read: code can be copied. */

const COPY = 'Copy';
const COPIED = 'Copied';
const SHOWN_MS = 2000;

for (const block of document.querySelectorAll('figure.code')) {
  const caption = block.querySelector('figcaption');
  // Where the clipboard is refused, as on pages that are not secure, text can still be selected.
  if (caption === null || !('clipboard' in navigator)) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = COPY;
  button.addEventListener('click', () => {
    const said = (text: string) => {
      button.textContent = text;
    };
    navigator.clipboard.writeText(block.querySelector('pre')?.textContent ?? '').then(
      () => {
        said(COPIED);
        setTimeout(said, SHOWN_MS, COPY);
      },
      () => {
        button.remove();
      },
    );
  });
  caption.append(button);
}
