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
export const lists: [string, Lists][] = [
  ['type', 'types'], ['kind', 'kinds'], ['modality', 'modalities'], ['source', 'sources'],
];
export const texts: [string, 'asOf' | 'during' | 'throughout' | 'knownAt'][] = [
  ['as-of', 'asOf'], ['during', 'during'], ['throughout', 'throughout'], ['known-at', 'knownAt'],
];
/** What is so or not, and whether its name says that it is. */
export const flags: [key: string, member: 'certain' | 'undated' | 'isolated' | 'inference' | 'embed', says: boolean][] = [
  ['certain', 'certain', true], ['undated', 'undated', true], ['isolated', 'isolated', true],
  ['no-inference', 'inference', false], ['embed', 'embed', true],
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
    direction: selection.direction ?? 'both',
    isolated: selection.isolated ?? false,
    inference: selection.inference !== false,
    view: 'picture', focus: '', depth: 1, path: null, fold: [], show: '', tie: '',
    lang: data.languages[0] ?? 'en', theme: data.theme ?? '', story: 0, embed: false,
  };
}

/** A value as it stands in an address: commas part the items of a list, so an item's own are coded twice. */
const coded = (text: string): string => encodeURIComponent(text).replace(/%2F/g, '/').replace(/%3A/g, ':');
const item = (text: string): string => coded(text.replace(/%/g, '%25').replace(/,/g, '%2C'));
export function addressOf(state: State, start: State): string {
  const parts: string[] = [];
  const say = (key: string, value: string): void => void parts.push(value ? `${key}=${value}` : key);
  for (const [key, member] of texts)
    if (state[member] !== start[member]) parts.push(`${key}=${coded(state[member])}`);
  for (const [key, member] of lists)
    if (state[member].length) say(key, state[member].map(item).join(','));
  if (state.direction !== start.direction) say('direction', state.direction);
  for (const [key, member, says] of flags)
    if (state[member] !== start[member]) parts.push(state[member] === says ? key : `${key}=no`);
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
  return parts.join('&');
}

/** What of a state an option sets, as another state has it; nothing where they are alike. */
export function withoutOption(state: State, instead: State, option: string): Partial<State> {
  if (option === 'isolated') return { isolated: instead.isolated && !state.isolated };
  const list = lists.find(([name]) => name === option)?.[1];
  if (list) return { [list]: state[list].join('\n') === instead[list].join('\n') ? [] : instead[list] };
  const text = texts.find(([name]) => name === option)?.[1];
  return text ? { [text]: state[text] === instead[text] ? '' : instead[text] } : {};
}
