// What the engine offers, for tests.

export { adviceOn } from './advice';
export { addressOf, initialState } from './address';
export { csvOf } from './csv';
export { Dossier } from './data';
export { civilOf, dayOf, isoOf, periodOf } from './days';
export { FactReader } from './facts';
export { everything, Unanswerable } from './question';
export { Folding } from './fold';
export { foldsOf, regionsOf, twinsOf } from './folds';
export { countsAround, Network } from './network';
export { readAddress, stateFrom, storyAlone } from './reading';
export { judgeRow } from './reasons';
export { recursIn } from './recurrence';
export { Search } from './search';
export { verdictOf, verdictThroughout, whyOf } from './verdict';
export { sentenceOf } from './sentences';
export { knownDays, together, togetherOn } from './together';
