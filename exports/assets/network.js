'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const panel = document.getElementById('panel');

  /** An element with text and children; text is never markup. */
  function el(tag, text, cls, ...children) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (cls) made.className = cls;
    made.append(...children);
    return made;
  }

  function quoted(quotes) {
    return quotes.flatMap((q) => [...(q.quote ? [el('blockquote', `“${q.quote}”`)] : []), el('p', q.place, 'place')]);
  }

  function sentence(r) {
    const said = el('p', '', '', el('b', r.source), ' ', el('span', r.verb, 'verb'), ' ', el('b', r.target));
    const marks = [r.status, r.dates, r.how === 'inferred' ? 'inferred' : ''].filter(Boolean).join(' · ');
    if (marks) said.append(` (${marks})`);
    return [said, ...quoted(r.quotes)];
  }

  function show(heading, parts) {
    panel.replaceChildren(el('h2', heading), ...parts);
    panel.scrollTop = 0;
  }

  function tellBox(index) {
    const told = data.told[index];
    const marks = [told.status, told.dates].filter(Boolean).join(' · ');
    const parts = [el('p', '', '', el('span', told.kind, 'tag'), marks ? ` ${marks}` : '')];
    if (told.names.length) parts.push(el('p', `Also: ${told.names.join('; ')}`));
    parts.push(...quoted(told.quotes));
    for (const group of new Set(told.relations.map((r) => r.group))) {
      const some = told.relations.filter((r) => r.group === group);
      parts.push(el('h3', `${group} (${some.length})`), ...some.flatMap(sentence));
    }
    show(told.name, parts);
  }

  document.getElementById('day').textContent = data.asOf ? `As of ${data.dayWords}` : '';
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network(document.getElementById('network'), { nodes, edges }, data.options);
  network.fit();
  if (network.getScale() < 0.45) network.focus(data.start, { scale: 0.6, animation: false });

  network.on('click', (event) => {
    if (event.nodes.length) tellBox(event.nodes[0]);
    else if (event.edges.length) show('Line', data.lines[Number(String(event.edges[0]).slice(5))].flatMap(sentence));
  });

  function choose(index) {
    network.selectNodes([index]);
    network.focus(index, { scale: 1, animation: false });
    tellBox(index);
  }

  const names = new Map();
  data.told.forEach((told, index) => [told.name, ...told.names].forEach((name) => names.has(name) || names.set(name, index)));
  document.getElementById('names').append(...[...names.keys()].sort().map((name) => {
    const option = document.createElement('option');
    option.value = name;
    return option;
  }));
  document.getElementById('find').addEventListener('change', (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    const hit = [...names.keys()].sort((a, b) => a.length - b.length).find((name) => wanted && name.toLowerCase().includes(wanted));
    if (hit !== undefined) choose(names.get(hit));
    else if (wanted) show('Nothing found', [el('p', `No name holds “${wanted}”.`)]);
  });
  document.getElementById('all').addEventListener('click', () => { network.unselectAll(); network.fit(); });
  const without = new Set();
  for (const check of document.querySelectorAll('#legend input')) {
    check.addEventListener('change', () => {
      if (check.checked) without.delete(check.dataset.kind);
      else without.add(check.dataset.kind);
      nodes.update(data.nodes.map(({ id, kind }) => ({ id, hidden: without.has(kind) })));
      edges.update(data.edges.map(({ id, kind }) => ({ id, hidden: without.has(kind) })));
    });
  }
  window.remit = { choose, network };
  document.documentElement.dataset.ready = 'yes';
})();
