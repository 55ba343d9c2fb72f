// Reading addresses: what they ask, and what of them cannot be answered.

import { flags, lists, type State, texts, views } from './address';
import type { ToolSelection } from './data';

/** What is left out: an option that the command line answers alone, or what means nothing here. */
export interface LeftOut {
  option: string; // '' for what means nothing
  value: string;
}

export interface Read {
  state: State;
  left: LeftOut[];
}

/** What decides how the library has read dates, or which entities it has kept: it is as the page was made. */
const fixed: [key: string, made: (by: Partial<ToolSelection>) => string][] = [
  ['observed-through', (by) => String(by['observed_through'] ?? '')],
  ['attested-within', (by) => String(by['attested_within'] ?? '')],
  ['presume-lasting', (by) => (by['presume_lasting'] ? 'yes' : 'no')],
  ['max-entities', () => '?'],
  ['identities', () => '?'],
];
const mostSteps = 3;
const atOnce = ['as-of', 'during', 'throughout']; // one question in the page

const items = (text: string): string[] =>
  text.split(',').filter((each) => each !== '').map((each) => plain(each));

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of a flag: whether it is set; null for what is neither. */
function answerOf(value: string): boolean | null {
  if (['', 'yes', 'true'].includes(value)) return true;
  return ['no', 'false'].includes(value) ? false : null;
}

const partsOf = (address: string): string[] => address.replace(/^#/, '').split('&').filter((part) => part !== '');
const keyOf = (part: string): string => part.split('=')[0]!;

class Reader {
  readonly left: LeftOut[] = [];
  private readonly said_ = new Set<string>();

  constructor(readonly state: State, private readonly start_: State, private readonly made_: Partial<ToolSelection>) {}

  take(part: string): void {
    const key = keyOf(part);
    const coded = part.slice(key.length + 1);
    const value = plain(coded.replace(/\+/g, ' '));
    // One level of coding off; what stays coded are the commas within items.
    const list = items(plain(coded.replace(/%2C/gi, ',')));
    if (this.takeList_(key, list)) return;
    if (this.said_.has(key) || !(this.takeSelection_(key, value) || this.takePage_(key, value, list))) this.leave_('', part);
    this.said_.add(key);
  }

  /** A day, a stretch and all of a stretch are one question: what is said replaces what the page began with. */
  end(): void {
    if (!atOnce.some((key) => this.said_.has(key))) return;
    for (const [key, member] of texts)
      if (atOnce.includes(key) && !this.said_.has(key)) this.state[member] = '';
  }

  private leave_(option: string, value: string): true {
    this.left.push({ option, value: option ? value : plain(value) });
    return true;
  }

  private takeList_(key: string, list: string[]): boolean {
    const member = key === 'fold' ? 'fold' : lists.find(([name]) => name === key)?.[1];
    if (member) this.state[member] = [...this.state[member], ...list];
    return member !== undefined;
  }

  private takeSelection_(key: string, value: string): boolean {
    const { state } = this;
    const text = texts.find(([name]) => name === key);
    if (text) state[text[1]] = value;
    const flag = flags.find(([name]) => name === key);
    if (flag) return this.takeFlag_(flag, value);
    if (key === 'direction') return this.takeDirection_(value);
    const made = fixed.find(([name]) => name === key);
    if (!made) return text !== undefined;
    const asked = key === 'presume-lasting' ? ['no', 'yes'][Number(answerOf(value) ?? true)]! : value;
    return asked === made[1](this.made_) || this.leave_(key, asked);
  }

  private takeFlag_([key, member, says]: (typeof flags)[number], value: string): boolean {
    const answer = answerOf(value);
    if (answer === null) return false;
    // Of a page without inferred ends nothing tells where they would be.
    if (key === 'no-inference' && !answer && !this.start_.inference) return this.leave_(key, value);
    this.state[member] = answer === says;
    return true;
  }

  private takeDirection_(value: string): boolean {
    if (value !== 'both' && value !== 'out' && value !== 'in') return false;
    this.state.direction = value;
    return true;
  }

  private takePage_(key: string, value: string, list: string[]): boolean {
    const { state } = this;
    if (key === 'focus' || key === 'show' || key === 'tie') state[key] = value;
    else if (key === 'lang') state.lang = value || this.start_.lang;
    else if (key === 'depth') return this.takeDepth_(value);
    else if (key === 'path') return this.takePath_(list);
    else if (key === 'view') return this.takeView_(value);
    else if (key === 'theme') return this.takeTheme_(value);
    else if (key === 'story') return this.takeStory_(value);
    else return false;
    return true;
  }

  private takeDepth_(value: string): boolean {
    if (!/^[0-9]+$/.test(value)) return false;
    const depth = Number(value);
    if (depth < 1 || depth > mostSteps) return this.leave_('depth', value);
    this.state.depth = depth;
    return true;
  }

  private takePath_(ends: string[]): boolean {
    if (ends.length !== 2) return false;
    this.state.path = [ends[0]!, ends[1]!];
    return true;
  }

  private takeView_(value: string): boolean {
    const found = views.find((view) => view === value);
    if (found) this.state.view = found;
    return found !== undefined;
  }

  private takeTheme_(value: string): boolean {
    if (value !== '' && value !== 'light' && value !== 'dark') return false;
    this.state.theme = value;
    return true;
  }

  private takeStory_(value: string): boolean {
    if (!/^[0-9]{1,6}$/.test(value)) return false;
    this.state.story = Number(value);
    return true;
  }
}

/** The state an address names; what it does not name is as at the start. `made` is what the page was made with. */
export function readAddress(address: string, start: State, made: Partial<ToolSelection> = {}): Read {
  const state: State = { ...start, types: [], kinds: [], modalities: [], sources: [], fold: [] };
  const reader = new Reader(state, start, made);
  for (const part of partsOf(address)) reader.take(part);
  reader.end();
  return { state, left: reader.left };
}

export const stateFrom = (address: string, start: State): State => readAddress(address, start).state;

/** The story of an address that names nothing else to be seen; 0 if there is none. */
export function storyAlone(address: string, start: State): number {
  const isAlone = partsOf(address).every((part) => ['story', 'lang', 'theme', 'embed'].includes(keyOf(part)));
  return isAlone ? stateFrom(address, start).story : 0;
}
