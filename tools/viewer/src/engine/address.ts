// The state of the page and its writing in the address: the command line's long options without
// dashes, and a few of the page's own.

import type { PageData } from './data';
import { everything, type Selection } from './question';

export const views = ['picture', 'entities', 'relations'] as const;
export type View = (typeof views)[number];

export interface State extends Selection {
  view: View;
  focus: string; // an entity whose surroundings alone are shown
  depth: number; // how far, in hops
  path: [string, string] | null;
  fold: string[]; // '*regions', '*twins', or who stands for a region
  show: string; // the entity in the panel
  tie: string; // the relation in the panel
  lang: string;
  theme: '' | 'light' | 'dark';
  story: number; // of the saved views, from 1; 0: none
  embed: boolean;
}

type Lists = 'types' | 'kinds' | 'modalities' | 'sources';
const lists: [string, Lists][] = [
  ['type', 'types'], ['kind', 'kinds'], ['modality', 'modalities'], ['source', 'sources'],
];
const texts: [string, 'asOf' | 'during' | 'throughout' | 'knownAt'][] = [
  ['as-of', 'asOf'], ['during', 'during'], ['throughout', 'throughout'], ['known-at', 'knownAt'],
];

/** What the page shows when nothing is said in its address. */
export function initialState(data: PageData): State {
  const { selection } = data;
  return {
    ...everything,
    asOf: selection.as_of ?? '',
    during: selection.during ?? '',
    throughout: selection.throughout ?? '',
    knownAt: selection.known_at ?? '',
    certain: selection.certain,
    undated: selection.undated,
    view: 'picture', focus: '', depth: 1, path: null, fold: [], show: '', tie: '',
    lang: data.languages[0] ?? 'en', theme: data.theme ?? '', story: 0, embed: false,
  };
}

/** A value as it stands in an address: commas part the items of a list, so an item's own are coded twice. */
const coded = (text: string): string => encodeURIComponent(text).replace(/%2F/g, '/').replace(/%3A/g, ':');
const item = (text: string): string => coded(text.replace(/%/g, '%25').replace(/,/g, '%2C'));
const items = (text: string): string[] =>
  text.split(',').filter((each) => each !== '').map((each) => plain(each));

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function addressOf(state: State, start: State): string {
  const parts: string[] = [];
  const say = (key: string, value: string): void => void parts.push(value ? `${key}=${value}` : key);
  for (const [key, member] of texts)
    if (state[member] !== start[member]) parts.push(`${key}=${coded(state[member])}`);
  for (const [key, member] of lists)
    if (state[member].length) say(key, state[member].map(item).join(','));
  if (state.certain !== start.certain) parts.push(state.certain ? 'certain' : 'certain=no');
  if (state.undated !== start.undated) parts.push(state.undated ? 'undated' : 'undated=no');
  if (state.focus) say('focus', coded(state.focus));
  if (state.focus && state.depth !== 1) say('depth', String(state.depth));
  if (state.path) say('path', state.path.map(item).join(','));
  if (state.fold.length) say('fold', state.fold.map(item).join(','));
  if (state.show) say('show', coded(state.show));
  if (state.tie) say('tie', coded(state.tie));
  // A story alone in an address means the view that belongs to it.
  if (state.view !== start.view || (state.story && parts.length === 0)) say('view', state.view);
  if (state.lang !== start.lang) say('lang', coded(state.lang));
  if (state.theme !== start.theme && state.theme) say('theme', state.theme);
  if (state.story) say('story', String(state.story));
  if (state.embed) parts.push('embed');
  return parts.join('&');
}

/** The story of an address that names nothing else to be seen; 0 if there is none. */
export function storyAlone(address: string, start: State): number {
  const keys = address.replace(/^#/, '').split('&').map((part) => part.split('=')[0]!).filter((key) => key !== '');
  return keys.every((key) => ['story', 'lang', 'theme', 'embed'].includes(key)) ? stateFrom(address, start).story : 0;
}

/** The state an address names; what it does not name is as at the start. */
export function stateFrom(address: string, start: State): State {
  const state: State = { ...start, types: [], kinds: [], modalities: [], sources: [], fold: [] };
  for (const part of address.replace(/^#/, '').split('&')) {
    if (!part) continue;
    const equals = part.indexOf('=');
    const key = equals < 0 ? part : part.slice(0, equals);
    const raw = equals < 0 ? '' : plain(part.slice(equals + 1).replace(/\+/g, ' '));
    const rawItems = equals < 0 ? '' : part.slice(equals + 1).replace(/%2C/gi, ',');
    const text = texts.find(([name]) => name === key);
    const list = lists.find(([name]) => name === key);
    if (text) state[text[1]] = raw;
    else if (list) state[list[1]] = [...state[list[1]], ...items(plainOnce(rawItems))];
    else if (key === 'certain') state.certain = raw !== 'no';
    else if (key === 'undated') state.undated = raw !== 'no';
    else if (key === 'focus') state.focus = raw;
    else if (key === 'depth') state.depth = Math.min(3, Math.max(1, Number.parseInt(raw, 10) || 1));
    else if (key === 'path') state.path = pairOf(items(plainOnce(rawItems)));
    else if (key === 'fold') state.fold = [...state.fold, ...items(plainOnce(rawItems))];
    else if (key === 'show') state.show = raw;
    else if (key === 'tie') state.tie = raw;
    else if (key === 'view') state.view = views.find((view) => view === raw) ?? start.view;
    else if (key === 'lang') state.lang = raw || start.lang;
    else if (key === 'theme') state.theme = raw === 'dark' ? 'dark' : raw === 'light' ? 'light' : '';
    else if (key === 'story') state.story = Math.max(0, Number.parseInt(raw, 10) || 0);
    else if (key === 'embed') state.embed = raw !== 'no';
  }
  // A day, a stretch and all of a stretch are one question in the page: what an address says replaces
  // what the page began with.
  const said = new Set(address.replace(/^#/, '').split('&').map((part) => part.split('=')[0]));
  const periods = texts.filter(([key]) => key !== 'known-at');
  if (periods.some(([key]) => said.has(key)))
    for (const [key, member] of periods) if (!said.has(key)) state[member] = '';
  return state;
}

/** One level of coding off; what stays coded are the commas within items. */
function plainOnce(text: string): string {
  return plain(text);
}

function pairOf(ends: string[]): [string, string] | null {
  return ends.length === 2 ? [ends[0]!, ends[1]!] : null;
}

/** What of a state an option sets, as another state has it; nothing where they are alike. */
export function withoutOption(state: State, instead: State, option: string): Partial<State> {
  const list = lists.find(([name]) => name === option)?.[1];
  if (list) return { [list]: state[list].join('\n') === instead[list].join('\n') ? [] : instead[list] };
  const text = texts.find(([name]) => name === option)?.[1];
  return text ? { [text]: state[text] === instead[text] ? '' : instead[text] } : {};
}
