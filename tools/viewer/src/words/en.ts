// The words of the page. Every other language has the same.

export const en = {
  search: 'Search', searchHint: 'Name in any language', hits: '{n} found', noHits: 'Nothing found',
  status: '{c} certain, {p} possible, {u} undated',
  around: 'touching what is shown', leftOut: '{n} less important entities are not in this page',
  time: 'Time', anyTime: 'Any time', onDay: 'On a day', inSpan: 'During', day: 'Day', from: 'From', to: 'To',
  knownAt: 'Known by', knownHint: 'Only what had been published by then', play: 'Play', pause: 'Pause',
  dated: 'Dated relations by year', badPeriod: '“{v}” is no date this page can ask about; write 2014, 2014-05 or 2014-05-06',
  badValue: 'This page cannot answer {k} = “{v}”; the command line can',
  picture: 'Picture', entities: 'Entities', relations: 'Ties', views: 'View',
  details: 'Details', hint: 'Choose an entity or a tie in the picture, a table or the search.',
  noTies: 'No ties in this selection.', certain: 'certain', possible: 'possible',
  undatedTies: 'Undated, so not in this selection: {n}', ties: 'Ties', otherNames: 'Names', lifespan: 'Dates',
  evidence: 'Who says so', assertedBy: 'asserted by {v}', noEvidence: 'No source is named.', openLink: 'Open the document',
  says: 'dated {v} there', consists: 'What it consists of',
  filters: 'Filters', kind: 'Kinds', type: 'Types of ties', modality: 'How sources put it', source: 'Source',
  anySource: 'All sources', certainOnly: 'Only what is certain', listUndated: 'List undated ties as possible', clear: 'Clear all',
  path: 'Path', pathFrom: 'From', pathTo: 'To', find: 'Find', noPath: 'No path in this selection.', notFound: 'There is no “{v}”',
  paths: '{n} shortest paths of {k} steps', onePath: 'The shortest path, {k} steps', startPath: 'Path from here', leave: 'Show everything',
  focus: 'Surroundings', depth: 'Steps', focusHere: 'Show its surroundings', focused: '{v} and what is tied to it',
  export: 'Save', asSvg: 'Picture (SVG)', asPng: 'Picture (PNG)', asJson: 'Selection (JSON)', asCsv: 'Tables (CSV)', print: 'Print', scale: 'PNG scale',
  language: 'Language', theme: 'Colours', system: 'as the system', light: 'light', dark: 'dark',
  help: 'Help', close: 'Close', undo: 'Back', redo: 'Forward', zoomIn: 'Larger', zoomOut: 'Smaller', fit: 'Fit',
  story: 'Story', next: 'Next', previous: 'Previous', part: '{n} of {k}', endStory: 'Leave the story', startStory: 'Read the story',
  name: 'Name', date: 'Date', certainty: 'Certainty', fromEnd: 'From', toEnd: 'To', count: 'Ties', filterRows: 'Only rows with', more: '{n} more rows; narrow the list to see them',
  legend: 'Legend', dashed: 'date in doubt', fading: 'no end reported', dotted: 'undated', several: '{n} ties', sources: 'Sources',
  pictureOf: 'Picture of {n} entities and {k} ties. Use the search or the tables to read it without seeing it.',
  fact: 'fact', plan: 'plan', expectation: 'expectation', claim: 'claim', derived: 'derived',
  'why-undated': 'no date is known', 'why-identity': 'who is meant is undecided', 'why-published': 'when its source appeared is not known',
  'why-inferred': 'when it ended is only inferred', 'why-witness': 'attested on other days only', 'why-imprecise': 'its date is not precise enough',
  'why-no-start-reported': 'no beginning is reported', 'why-no-end-reported': 'no end is reported', 'why-none': '',
  keys: 'Keys', keySearch: 'search', keyHelp: 'this help', keyPan: 'move the picture', keyZoom: 'larger, smaller, fit', keyTime: 'a day (with Shift: a year) earlier, later',
  keyPlay: 'play or pause', keyTabs: 'picture, entities, ties', keyPath: 'path', keyFilters: 'filters', keyFocus: 'surroundings of what is chosen', keyEscape: 'close, leave, deselect', keyNext: 'next or previous entity in the picture',
  about: 'Made with entente. Everything is in this file; nothing is sent anywhere.',
};

export type Words = typeof en;
export type Word = keyof Words;
