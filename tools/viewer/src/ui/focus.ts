// Where the keys go when what they went to is built anew: to the same control, else to a heading.

/** The same control in another build of the page, as a selector within its part. */
function keyOf(element: HTMLElement): string {
  const quoted = (name: string, value: string): string => `[${name}="${CSS.escape(value)}"]`;
  for (const name of ['data-action', 'data-view', 'name', 'value'])
    if (element.hasAttribute(name) && !(name === 'value' && element.tagName !== 'INPUT')) {
      const value = element.getAttribute(name)!;
      if (value) return quoted(name, value);
    }
  const row = element.closest<HTMLElement>('[data-relation], [data-entity]:not(article)');
  if (!row) return '';
  const name = row.hasAttribute('data-relation') ? 'data-relation' : 'data-entity';
  return `${row.tagName}${quoted(name, row.getAttribute(name)!)} ${element.className ? `.${element.className.split(' ')[0]}` : element.tagName}`;
}

const parts = 'header, footer, .details, .tables, .crumbs, .story, .filters, .path, .stage';

/** Does something, and gives the keys back to what had them, or to what `instead` names. */
export function keepingFocus(act: () => void, instead: (part: Element | null) => HTMLElement | null): void {
  const held = document.activeElement as HTMLElement | null;
  const part = held?.closest(parts) ?? null;
  const key = held && held !== document.body ? keyOf(held) : '';
  act();
  const now = document.activeElement as HTMLElement | null;
  const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0;
  // What is hidden keeps the keys until the page is drawn again.
  if (!held || held === document.body || (now && now !== document.body && isSeen(now) && !now.matches(':disabled'))) return;
  const again = key && part ? [...part.querySelectorAll<HTMLElement>(key)].find((element) => isSeen(element) && !element.matches(':disabled')) : undefined;
  (again ?? instead(part))?.focus({ preventScroll: true });
}
