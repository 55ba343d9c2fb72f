// Building elements: texts only ever become text, attributes come from the program.

type Child = Node | string | null | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, string | number | boolean | undefined> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  fillWith(element, ...children);
  return element;
}

export function fillWith(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
}

export function button(text: string, act: () => void, attributes: Record<string, string | boolean> = {}):
  HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', act);
  return element;
}

/** A link, if the address is one of the web; else its text. */
export function link(address: string, text: string): HTMLElement {
  if (!/^https?:\/\//i.test(address)) return el('span', {}, text);
  return el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, text);
}

export function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  return el('label', {}, el('span', {}, text), control);
}

let count = 0;

/** An id that no other element of the page has. */
export function freshId(): string {
  return `e${++count}`;
}
