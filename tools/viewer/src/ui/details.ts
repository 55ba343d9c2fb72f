// The panel: an entity with its names and ties, a tie with its evidence, a path step by step.

import type { EvidenceRecord } from '../engine/data';
import { isoOf, never } from '../engine/days';
import type { Route } from '../engine/network';
import { knownDays } from '../engine/together';
import { button, el, fillWith, link } from './dom';
import { Folding } from './folding';
import type { Model } from './model';

const mostShown = 400; // ties at once
const mostRoutes = 30;
const mostOfStep = 5; // ties of a step of a path

export class Details {
  readonly element = el('section', { 'data-panel': 'details', tabindex: '-1', class: 'details', role: 'region' });
  /** Which tie's evidence is open beside that of the state. */
  private expanded_ = new Set<number>();
  /** Steps of paths of which all ties are shown. */
  private whole_ = new Set<string>();
  private listed_ = new Set<number>();

  private readonly folding_: Folding;

  constructor(private readonly model_: Model) {
    this.folding_ = new Folding(model_);
  }

  refresh(): void {
    const { model_: model } = this;
    const { state, dossier } = model;
    this.element.setAttribute('aria-label', model.word('details'));
    const entity = dossier.entityById.get(state.show);
    const tie = dossier.relationById.get(state.tie);
    this.listed_.clear();
    const path = model.shown.routes ? [this.routes_(model.shown.routes)] : [];
    // A tie that a step of the path lists opens where it is.
    if (entity !== undefined) fillWith(this.element, ...path, this.entity_(entity));
    else if (tie !== undefined && !this.listed_.has(tie)) fillWith(this.element, ...path, this.single_(tie));
    else if (path.length) fillWith(this.element, ...path);
    else fillWith(this.element, el('p', { class: 'hint' }, model.word(dossier.data.count ? 'hint' : 'empty')), this.cards_(), this.about_());
  }

  /** A way in: who is tied to the most. */
  private cards_(): HTMLElement {
    const { model_: model } = this;
    const { data } = model.dossier;
    const first = model.shown.entities.filter((i) => data.entities[i]!.p?.[4] === 1)
      .sort((a, b) => data.entities[a]!.p![5] - data.entities[b]!.p![5]).slice(0, 12);
    return el('ul', { class: 'cards' }, ...first.map((i) => el('li', { 'data-entity': data.entities[i]!.id },
      button('', () => model.set({ show: data.entities[i]!.id, tie: '' })))).map((item, n) => {
      fillWith(item.firstElementChild!, el('span', { lang: model.nameLanguage(first[n]!) }, model.name(first[n]!)),
        el('small', {}, model.kindName(first[n]!)));
      return item;
    }));
  }

  private about_(): HTMLElement {
    const { model_: model } = this;
    const left = model.dossier.data.left_out;
    return el('p', { class: 'quiet' },
      left ? `${model.word('leftOut', { n: left })}. ` : '', model.word('about'));
  }

  private entity_(entity: number): HTMLElement {
    const { model_: model, folding_: folding } = this;
    const record = model.dossier.data.entities[entity]!;
    const dates = model.dates(entity);
    const actions = el('p', { class: 'actions' },
      button(model.word('focusHere'), () => model.set({ focus: record.id, path: null }), { 'data-action': 'focus' }),
      button(model.word('startPath'), () => this.onPath(record.id), { 'data-action': 'path-from' }),
      folding.regionOf(entity) ? button(model.word(folding.isRegionFolded(entity) ? 'unfoldRegion' : 'foldRegion'), () => folding.foldRegion(entity),
        { 'data-action': 'fold-region' }) : null);
    return el('article', { 'data-entity': record.id },
      el('h2', { lang: model.nameLanguage(entity), tabindex: '-1' }, model.name(entity)),
      el('p', { class: 'quiet' }, model.kindName(entity), dates ? ` · ${dates}` : ''),
      record.u ? el('p', {}, link(record.u, model.word('openLink'))) : null,
      actions,
      this.names_(entity),
      this.ties_(entity));
  }

  /** Set by whoever owns the form for paths. */
  onPath: (from: string) => void = () => undefined;

  private names_(entity: number): HTMLElement {
    const { model_: model } = this;
    const record = model.dossier.data.entities[entity]!;
    const rows = Object.entries(record.n).map(([language, names]) =>
      el('div', {}, el('dt', { title: language }, model.languageName(language)), el('dd', { lang: language }, names.join(' · '))));
    return el('details', {}, el('summary', {}, `${model.word('otherNames')} (${rows.length})`), el('dl', { class: 'names' }, ...rows));
  }

  /** By type, the certain before the possible, then by date. */
  private ties_(entity: number): HTMLElement {
    const { model_: model } = this;
    const { dossier, facts } = model;
    const incident = dossier.incident[entity]!.filter((i) => facts.verdicts[i] !== 0);
    const undated = dossier.incident[entity]!.filter((i) => facts.undated.includes(i)).length;
    const groups = new Map<string, number[]>();
    for (const i of incident) {
      const key = this.phrase_(i, entity);
      const list = groups.get(key);
      if (list) list.push(i);
      else groups.set(key, [i]);
    }
    let room = mostShown;
    // Who acts and what ties them stands before what is said and written about it.
    const aside = (list: number[]): number =>
      list.filter((i) => dossier.data.entities[dossier.across(i, entity)]!.p?.[4] !== 1).length / list.length;
    const sections = [...groups].sort((a, b) => Math.round(aside(a[1])) - Math.round(aside(b[1])) ||
      b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([name, list]) => {
        list.sort((a, b) => facts.verdicts[b]! - facts.verdicts[a]! || this.order_(a) - this.order_(b) || a - b);
        const shown = list.slice(0, Math.max(0, room));
        room -= shown.length;
        return el('section', {},
          el('h3', {}, `${name} `, el('span', { class: 'count' }, String(list.length))),
          el('ul', { class: 'ties' }, ...shown.map((i) => this.tie_(i))),
          shown.length < list.length ? el('p', { class: 'quiet' }, model.word('andMore', { n: list.length - shown.length })) : null);
      });
    return el('div', {},
      ...(sections.length ? sections : [el('p', { class: 'hint' }, model.word('noTies'))]),
      undated ? el('p', { class: 'quiet' }, model.word('undatedTies', { n: undated })) : null);
  }

  private order_(relation: number): number {
    return this.model_.seen(relation).wording.o ?? Infinity;
  }

  private phrase_(relation: number, entity: number): string {
    const type = this.model_.dossier.typeOf(relation);
    const inverse = this.model_.dossier.data.relations[relation]!.a !== entity;
    const labels = inverse && Object.keys(type.inverse).length ? type.inverse : type.names;
    return this.model_.label(labels, inverse ? type.inverse_id ?? type.id : type.id);
  }

  /** A tie as a line: its sentence, its sign of doubt, and its evidence when it is opened. Its first line bears its id. */
  private tie_(relation: number, isFirst = !this.listed_.has(relation)): HTMLLIElement {
    const { model_: model } = this;
    const record = model.dossier.data.relations[relation]!;
    const certainty = model.certainty(relation);
    const why = model.why(relation);
    const open = model.state.tie === record.id || this.expanded_.has(relation);
    const toggle = el('button', { type: 'button', class: 'tie', 'aria-expanded': String(open), lang: model.sentenceLanguage(relation) },
      model.sentence(relation));
    this.listed_.add(relation);
    const item = el('li', { 'data-relation': isFirst ? record.id : undefined, 'data-certainty': certainty },
      toggle,
      certainty === 'possible'
        ? el('span', { class: 'doubt' }, `${model.word('possible')}${why === 'none' ? '' : `: ${model.word(`why-${why}`)}`}`) : null,
      open ? this.evidence_(relation) : null);
    toggle.addEventListener('click', () => {
      if (open) this.expanded_.delete(relation);
      else this.expanded_.add(relation);
      const fresh = this.tie_(relation, isFirst);
      if (open && model.state.tie === record.id) model.set({ tie: '' });
      else {
        item.replaceWith(fresh);
        fresh.querySelector('button')?.focus();
      }
    });
    return item;
  }

  private single_(relation: number): HTMLElement {
    const { model_: model } = this;
    const record = model.dossier.data.relations[relation]!;
    const end = (entity: number): HTMLElement =>
      button(model.name(entity), () => model.set({ show: model.dossier.data.entities[entity]!.id, tie: '' }), { class: 'link' });
    const type = model.dossier.typeOf(relation);
    const selected = model.facts.verdicts[relation] !== 0;
    const { known } = model.seen(relation);
    const when = model.when(relation);
    const between = model.dossier.incident[record.a]!.filter((i) =>
      i !== relation && model.facts.verdicts[i] !== 0 && model.dossier.across(i, record.a) === record.b);
    return el('article', {},
      el('h2', { tabindex: '-1' }, model.label(type.names, type.id)),
      el('p', {}, end(record.a), ' – ', end(record.b)),
      known ? el('p', { class: 'quiet' }, model.word(model.dossier.modalityOf(relation)), when ? ` · ${when}` : '') : null,
      selected ? el('ul', { class: 'ties' }, this.tie_(relation))
        : el('p', { class: 'hint' }, model.word(known ? 'notSelected' : 'notKnown')),
      !selected && known ? el('p', { lang: model.sentenceLanguage(relation) }, model.sentence(relation)) : null,
      between.length ? el('h3', {}, model.word('several', { n: between.length + 1 })) : null,
      between.length ? el('ul', { class: 'ties' }, ...between.map((i) => this.tie_(i))) : null);
  }

  /** Document, place in it, who asserts it; and what the tie consists of. */
  private evidence_(relation: number): HTMLElement {
    const { model_: model } = this;
    const record = model.dossier.data.relations[relation]!;
    const pieces = model.seen(relation).evidence.map((piece) => this.piece_(piece, relation));
    const parts = Object.entries(record.x ?? {}).map(([name, value]) =>
      el('div', {}, el('dt', {}, name), el('dd', {}, attribute(value))));
    return el('div', { class: 'evidence' },
      parts.length ? el('p', { class: 'part' }, model.word('consists')) : null,
      parts.length ? el('dl', {}, ...parts) : null,
      el('p', { class: 'part' }, model.word('evidence')),
      pieces.length ? el('ul', {}, ...pieces) : el('p', {}, model.word('noEvidence')));
  }

  private piece_([source, at, by, when]: EvidenceRecord, relation: number): HTMLElement {
    const { model_: model } = this;
    const document = model.dossier.data.entities[source];
    const name = document ? model.name(source) : '?';
    const open = document
      ? button(name, () => model.set({ show: document.id, tie: '' }), { class: 'link', lang: model.nameLanguage(source) }) : el('span', {}, name);
    return el('li', {},
      open, at ? ` ${at}` : '',
      by !== undefined && by >= 0 ? ` · ${model.word('assertedBy', { v: model.name(by) })}` : '',
      when ? ` · ${model.word('says', { v: model.dated(relation, when) })}` : '',
      document?.u ? el('span', {}, ' · ', link(document.u, model.word('openLink'))) : null);
  }

  private routes_(routes: Route[]): HTMLElement {
    const { model_: model } = this;
    if (routes.length === 0) return el('p', { class: 'hint' }, model.word('noPath'));
    const hops = routes[0]!.hops.length;
    const title = hops === 0 ? model.word('noStep', { v: model.name(routes[0]!.entities[0]!) }) : hops === 1 ? model.word('direct') : routes.length === 1 ? model.word('onePath', { k: hops })
      : model.word('paths', { n: `${routes.length}${model.shown.moreRoutes ? '+' : ''}`, k: hops });
    const left = routes.length - mostRoutes;
    return el('article', { class: 'routes' }, el('h2', { tabindex: '-1' }, title),
      ...routes.slice(0, hops === 0 ? 0 : mostRoutes).map((route) => this.route_(route)),
      left > 0 ? el('p', { class: 'quiet', 'data-left-out': String(left) },
        model.word('moreRoutes', { n: `${left}${model.shown.moreRoutes ? '+' : ''}` })) : null);
  }

  private route_(route: Route): HTMLElement {
    const { model_: model } = this;
    const span = this.span_(route);
    return el('ol', { class: 'route', 'data-certainty': route.certain ? 'certain' : 'possible' },
      ...route.hops.map((hop) => {
        const key = `${hop.from} ${hop.to}`;
        const ties = this.byWeight_(hop.relations);
        const all = this.whole_.has(key) || ties.slice(mostOfStep).some((i) => model.dossier.data.relations[i]!.id === model.state.tie);
        const shown = all ? ties : ties.slice(0, mostOfStep);
        return el('li', {},
          el('strong', {}, `${model.name(hop.from)} → ${model.name(hop.to)}`),
          el('ul', { class: 'ties' }, ...shown.map((i) => this.tie_(i))),
          shown.length < ties.length ? this.rest_(key, ties.length - shown.length) : null);
      }),
      span ? el('p', { class: 'quiet span' }, span) : null);
  }

  private rest_(key: string, count: number): HTMLButtonElement {
    return button(this.model_.word('andMore', { n: count }), () => {
      const at = [...this.element.querySelectorAll('[data-action=more-ties]')].indexOf(document.activeElement!);
      this.whole_.add(key);
      this.refresh();
      const steps = this.element.querySelectorAll<HTMLElement>('[data-action=more-ties]');
      (steps[at] ?? this.element.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true });
    }, { class: 'link', 'data-action': 'more-ties' });
  }

  /** The certain first, then those that are known to hold for longest. */
  private byWeight_(relations: number[]): number[] {
    const { facts, dossier, seen } = this.model_;
    const days = new Map(relations.map((i) => [i, knownDays(seen(i).row)]));
    const id = (i: number): string => dossier.data.relations[i]!.id;
    return [...relations].sort((a, b) =>
      facts.verdicts[b]! - facts.verdicts[a]! || days.get(b)! - days.get(a)! || (id(a) < id(b) ? -1 : 1));
  }

  /** When all steps of a route hold. */
  private span_(route: Route): string {
    const { model_: model } = this;
    const found = model.together(route);
    if (!found) return '';
    if (found.how === 'never') return model.word('neverTogether');
    const [first, last] = [found.first <= -never ? '' : isoOf(found.first), found.last >= never ? '' : isoOf(found.last)];
    if (!first && !last) return '';
    const v = first === last ? first : `${first} – ${last}`.trim();
    return model.word(found.how === 'certain' ? 'together' : found.how === 'on-a-day' ? 'togetherOnce' : 'maybeTogether', { v });
  }
}

function attribute(value: unknown): string {
  return Array.isArray(value) ? value.map(attribute).join(', ') : value === null ? '' : String(value);
}
