// A made-up dossier of any size: countries, organisations, agreements and people, dated and sourced.
// The same numbers give the same text.

export function dossier(entities, relations, { evidence = true } = {}) {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const below = (n) => Math.floor(random() ** 2 * n); // some take part in much more than others
  const shares = [['country', 0.2], ['organisation', 0.15], ['agreement', 0.35], ['person', 0.3]];
  const of = {};
  const records = [];
  for (const [kind, share] of shares) {
    of[kind] = [];
    for (let i = 0; i < entities * share; ++i) {
      of[kind].push(`${kind}-${i}`);
      records.push({ id: `${kind}-${i}`, kind, names: { en: [`${kind[0].toUpperCase()}${kind.slice(1)} ${i + 1}`] } });
    }
  }
  for (let i = 0; i < 40; ++i) records.push({ id: `doc-${i}`, kind: 'document', names: { en: [`Document ${i}`] }, attributes: { published: `${1990 + i}-01-01` } });
  const ties = [['party_to', 'country', 'agreement'], ['member_of', 'country', 'organisation'], ['met_with', 'person', 'person'], ['signed', 'person', 'agreement']];
  const list = [];
  while (list.length < relations) {
    const [type, from, to] = ties[list.length % ties.length];
    const [a, b] = [of[from][below(of[from].length)], of[to][below(of[to].length)]];
    if (a === b) continue;
    const year = 1950 + Math.floor(random() * 70);
    const day = `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const when = type === 'met_with' || type === 'signed' ? day : `${year}/${['', '..', year + 5][Math.floor(random() * 3)]}`;
    list.push({ id: `r${list.length}`, type, from: a, to: b, when,
      ...(evidence ? { evidence: [{ source: `doc-${Math.floor(random() * 40)}`, at: `p. ${list.length}` }] } : {}) });
  }
  return { format: 'entente/1', title: { en: `${entities} entities made up` }, vocabulary: 'diplomacy', entities: records, relations: list };
}
