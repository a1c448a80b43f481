'use strict';
// The dashboard's pages. All that comes from a record is put in as text, never as markup. In a file the answers lie in the page; served,
// they are asked for.
(() => {
  const inlined = JSON.parse(document.getElementById('data').textContent);
  const main = document.getElementById('main');
  const state = document.getElementById('state');
  const PAGES = [['overview', 'Overview'], ['timeline', 'Timeline'], ['build', 'Build'], ['compare', 'Compare'], ['changes', 'Changes'], ['health', 'Health']];
  const FOLDED = 20;
  const SVG = 'http://www.w3.org/2000/svg';
  let chart = null;
  let turn = 0;
  // Asks for the self-test of the page Health again, while that is shown.
  let replay = null;
  let shownPage = null;

  // ---- words and numbers
  function el(name, attributes, ...children) {
    const node = ['svg', 'rect', 'text', 'line', 'path', 'g', 'title'].includes(name) ? document.createElementNS(SVG, name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else if (value === true) node.setAttribute(key, '');
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
    }
    node.append(...children.flat().filter(child => child !== null && child !== undefined).map(child => typeof child === 'string' ? plain(child) : child));
    return node;
  }
  // A name may not turn round the numbers that stand beside it, nor hide in what cannot be seen.
  function plain(text) { return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd'); }
  const absent = '–';
  function figure(value, unit) {
    if (value === null || value === undefined || !isFinite(value)) return absent;
    const sign = value < 0 ? '−' : '';
    const size = Math.abs(value);
    if (unit === 'ms') {
      if (size >= 120000) return sign + Math.floor(size / 60000) + '\u00a0min\u00a0' + String(Math.floor(size / 1000) % 60).padStart(2, '0') + '\u00a0s';
      return sign + (size >= 1000 ? (size / 1000).toFixed(2) + '\u00a0s' : size.toFixed(1) + '\u00a0ms');
    }
    if (unit === 'MB') return sign + size.toFixed(1) + '\u00a0MB';
    if (unit === 'count') return sign + Math.round(size).toLocaleString('en');
    return sign + (size >= 10000 ? Number(size.toPrecision(6)).toLocaleString('en') : Number(size.toPrecision(6))) + (unit ? '\u00a0' + clipped(unit, 16) : '');
  }
  function change(percent) {
    if (percent === null || percent === undefined) return absent;
    return Math.abs(percent) < 0.05 ? '±0.0\u00a0%' : (percent < 0 ? '−' : '+') + Math.abs(percent).toFixed(1) + '\u00a0%';
  }
  function when(time) {
    const date = new Date(time);
    const two = number => String(number).padStart(2, '0');
    const local = date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate()) + ' ' + two(date.getHours()) + ':' + two(date.getMinutes());
    return el('time', { datetime: date.toISOString(), title: date.toISOString().replace('T', ' ').slice(0, 19) + ' UTC' }, local);
  }
  // A name that may break behind its dots and underscores only.
  const breaking = name => String(name).split(/(?<=[._:])/).flatMap((part, i) => i ? [el('wbr'), part] : [part]);
  const short = hash => hash ? hash.slice(0, 8) : absent;
  const brief = id => id.length > 24 ? id.slice(0, 15) + '…' : id;
  const many = (count, one, more) => count.toLocaleString('en') + ' ' + (count === 1 ? one : more || one + 's');
  const between = (low, high, words) => words(low) === words(high) ? words(low) : words(low) + ' to ' + words(high);
  const VERDICTS = { REGRESSED: ['▲ Regressed', 'bad'], IMPROVED: ['▼ Improved', 'good'], UNCHANGED: ['= Unchanged', ''], SUSPICIOUS: ['? Suspicious', 'unsure'], NOT_JUDGED: ['· Not judged', 'soft'] };
  const verdict = word => { const [text, kind] = VERDICTS[word] || [word, '']; return el('span', { class: 'tag ' + kind }, text); };
  function table(caption, heads, rows) {
    return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      // On a phone each row is a block with its heads beside the cells; the roles keep it a table for those who listen.
      el('table', { role: 'table' }, el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads.map(([text, kind]) => el('th', { scope: 'col', role: 'columnheader', class: kind }, text)))),
        el('tbody', { role: 'rowgroup' }, rows.map(cells => el('tr', { role: 'row' }, cells.map((cell, i) => el('td', { role: 'cell', class: heads[i][1], 'data-head': heads[i][0] }, el('span', {}, ...[cell].flat()))))))));
  }

  // Paper has no form that says what was chosen.
  const printed = chosen => el('p', { class: 'printed' }, chosen.filter(Boolean).join(' · '));
  // Of long tables what is seldom looked for is behind a line that says how much it is; print has it all, and what was opened stays so when new builds come.
  const opened = new Set();
  function more(words, node) {
    const key = words.replace(/[0-9,]/g, '');
    return el('details', { class: 'more', open: opened.has(key), ontoggle: event => event.target.open ? opened.add(key) : opened.delete(key) }, el('summary', {}, words), node);
  }

  // ---- the address keeps the view
  function view() {
    const [page, query] = location.hash.replace(/^#\/?/, '').split('?');
    return { page: PAGES.some(([name]) => name === page) ? page : 'overview', at: new URLSearchParams(query || '') };
  }
  function address(page, values) {
    const query = new URLSearchParams(Object.entries(values || {}).filter(([, value]) => value !== '' && value !== null && value !== undefined));
    return '#/' + page + (query.toString() ? '?' + query : '');
  }
  function keep(page, values) { history.replaceState(null, '', address(page, values)); }
  const buildLink = (id, text) => el('a', { href: address('build', { id }) }, text || id);

  // ---- answers
  async function ask(path, values) {
    if (inlined) return inFile(path, values || {});
    const query = new URLSearchParams(Object.entries(values || {}).filter(([, value]) => value));
    const response = await fetch('/api/v1/' + path + (query.toString() ? '?' + query : ''));
    const body = await response.json();
    if (!response.ok) throw new Error(body.error || 'The server answered ' + response.status + '.');
    return body;
  }
  function inFile(path, values) {
    const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key) ? object[key] : null;
    if (path.endsWith('/stacks')) return own(inlined.stacks, decodeURIComponent(path.slice(7, -7))) || { stacks: null };
    if (path.startsWith('builds/')) return own(inlined.build, decodeURIComponent(path.slice(7))) || missing('This build is not in this file; it holds the newest builds only.');
    if (path === 'series') {
      const of = metric => filtered(own(inlined.series, metric) || { series: [] }, values);
      return values.per ? divided(of(values.metric), of(values.per)) : of(values.metric);
    }
    if (path === 'compare') return own(inlined.compare, values.base + '/' + values.candidate);
    if (path === 'builds') return { ...inlined.builds, builds: inlined.builds.builds.filter(build => fits(build, values)) };
    if (path === 'changes') return { ...inlined.changes, changes: inlined.changes.changes.filter(one => fits(one, { project: values.project, scenario: values.scenario })) };
    return inlined[path];
  }
  function missing(sentence) { throw new Error(sentence); }
  const fits = (build, values) => ['project', 'scenario', 'branch', 'environment'].every(key => !values[key] || build[key] === values[key]);
  function filtered(answer, values) {
    const known = new Map(inlined.builds.builds.map(build => [build.id, build]));
    const series = answer.series.filter(one => fits(one, { project: values.project, scenario: values.scenario })).map(one => {
      const kept = one.build.map((id, i) => i).filter(i => fits(known.get(one.build[i]) || {}, { branch: values.branch, environment: values.environment }));
      return picked(one, kept);
    });
    return { ...answer, series: series.filter(one => one.build.length) };
  }
  function picked(series, kept) {
    const part = { ...series, builds: kept.length };
    for (const column of ['build', 'time', 'value', 'commit', 'environment']) part[column] = kept.map(i => series[column][i]);
    return part;
  }
  // As the server does it. A file has every point of its series.
  function divided(answer, by) {
    const counts = new Map(by.series.flatMap(one => one.build.map((id, i) => [id, one.value[i]])));
    const series = answer.series.map(one => {
      const part = picked(one, one.build.map((id, i) => i).filter(i => counts.get(one.build[i]) > 0));
      return { ...part, level: null, value: part.value.map((value, i) => value / counts.get(part.build[i])) };
    });
    return { ...answer, series: series.filter(one => one.build.length) };
  }
  const distinct = (list, key) => [...new Set(list.map(one => one[key]).filter(Boolean))];

  // ---- points: of each stretch the lowest and the highest stay
  function minMax(values, from, to, most) {
    if (to - from <= most) return Array.from({ length: to - from }, (unused, i) => from + i);
    const kept = [from], keep = i => { if (i > kept[kept.length - 1]) kept.push(i); };
    const stretches = Math.floor((most - 2) / 2);
    for (let s = 0; s < stretches; s++) {
      const start = from + Math.floor((to - from) * s / stretches);
      const end = from + Math.floor((to - from) * (s + 1) / stretches);
      let low = start, high = start;
      for (let i = start + 1; i < end; i++) { if (values[i] < values[low]) low = i; if (values[i] > values[high]) high = i; }
      keep(Math.min(low, high)); keep(Math.max(low, high));
    }
    keep(to - 1);
    return kept;
  }

  // ---- pages
  const pages = {
    async overview() {
      const [projects, changes] = await Promise.all([ask('projects'), ask('changes')]);
      if (!projects.cards.length) return [el('h1', {}, 'Overview'), troubled(projects), el('p', {}, 'No builds are recorded yet. Record one, for instance with '), el('p', {}, el('code', {}, 'bengal perf run -- COMMAND'))];
      const counted = projects.cards.reduce((sum, one) => sum + one.builds, 0);
      return [el('h1', {}, 'Overview'), troubled(projects),
        el('ul', { class: 'cards' }, inOrder(projects.cards).map(one => card(one, projects.recorded > counted))),
        el('h2', {}, 'What changed lately'), changeTable(changes, 10)];
    },
    async timeline(at) {
      const values = Object.fromEntries(at);
      const projects = await ask('projects');
      const builds = (await ask('builds', inlined ? {} : { limit: 1000 })).builds;
      if (!projects.cards.length) return [el('h1', {}, 'Timeline'), el('p', {}, 'No builds are recorded yet.')];
      const newest = projects.cards[projects.cards.length - 1];
      values.project = values.project || newest.project;
      if (!at.has('scenario')) values.scenario = (projects.cards.filter(one => one.project === values.project).pop() || newest).scenario;
      values.metric = values.metric || 'total_duration_ms';
      const chosen = values.metric.split(',').slice(0, 4);
      const inProject = builds.filter(build => build.project === values.project);
      const go = more => { location.hash = address('timeline', { ...values, ...more, from: '', to: '' }); };
      const names = projects.metrics.map(one => one.metric);
      const form = el('form', { onsubmit: event => event.preventDefault() },
        choice('Project', distinct(projects.cards, 'project'), values.project, project => go({ project, scenario: null, branch: '', environment: '' })),
        choice('Scenario', distinct(projects.cards.filter(one => one.project === values.project), 'scenario'), values.scenario, scenario => go({ scenario })),
        choice('Metric', [...new Set([...names, ...chosen])], chosen[0], metric => go({ metric: [metric, ...chosen.slice(1)].join(',') })),
        choice('And', ['', ...names.filter(name => !chosen.includes(name))], '', metric => go({ metric: [...chosen, metric].join(',') }), 'add a metric'),
        choice('Branch', ['', ...distinct(inProject, 'branch')], values.branch || '', branch => go({ branch }), 'all'),
        choice('Environment', ['', ...distinct(inProject, 'environment')], values.environment || '', environment => go({ environment }), 'all'),
        choice('Across', ['', 'time'], values.x || '', x => go({ x }), 'builds'),
        check('Log scale', values.log, log => go({ log })), check('Per page', values.perpage, perpage => go({ perpage })),
        chosen.length > 1 ? el('button', { type: 'button', onclick: () => go({ metric: chosen[0] }) }, 'Only the first metric') : null);
      const scope = { project: values.project, scenario: values.scenario, branch: values.branch, environment: values.environment };
      const [changes, ...answers] = await Promise.all([ask('changes', { project: values.project, scenario: values.scenario, metric: chosen.join(',') }),
        ...chosen.map(metric => ask('series', { ...scope, metric, per: values.perpage ? 'page_count' : '', points: inlined ? '' : 200000 }))]);
      const nodes = [el('h1', {}, 'Timeline'), form, printed(Object.values(scope))];
      answers.forEach((answer, i) => {
        const one = answer.series[0];
        nodes.push(el('h2', {}, chosen[i] + (values.perpage ? ' per page' : '')));
        if (!one) nodes.push(el('p', { class: 'soft' }, 'No build of that sort measured it, or none of them is fit to be shown: successful, from a clean tree, not excluded.'));
        else nodes.push(drawn(one, changes.changes.filter(found => found.metric === chosen[i]), values));
      });
      nodes.push(el('p', { class: 'soft keys' }, 'Drag over a chart to zoom, double-click to see all. With the chart in focus: arrow keys walk through the builds, Enter opens one, + and − zoom, Shift and arrows pan, 0 shows all.'));
      return nodes;
    },
    async build(at) {
      let id = at.get('id');
      const list = (await ask('builds')).builds;
      if (!id && list.length) id = list[0].id;
      if (!id) return [el('h1', {}, 'Build'), el('p', {}, 'No builds are recorded yet.')];
      const [answer, kept] = await Promise.all([ask('builds/' + encodeURIComponent(id)), ask('builds/' + encodeURIComponent(id) + '/stacks')]);
      const build = answer.build;
      const at_ = list.findIndex(one => one.id === id);
      const older = list.slice(at_ + 1).find(one => at_ >= 0 && one.project === build.project && one.scenario === build.scenario && one.outcome === 'success');
      return [el('h1', {}, 'Build ' + id),
        el('form', { onsubmit: event => event.preventDefault() }, choice('Build', [...new Set([id, ...list.map(one => one.id)])], id, chosen => { location.hash = address('build', { id: chosen }); }),
          older ? el('a', { href: address('compare', { base: older.id, candidate: id }) }, 'Compare with the build before it') : null),
        notes(build, answer), facts(build), el('h2', {}, 'Phases'), ...phases(build), ...allocators(build, kept.stacks), el('h2', {}, 'Environment'), environment(build)];
    },
    async compare(at) {
      const list = (await ask('builds', inlined ? {} : { limit: 500 })).builds;
      const good = list.filter(build => build.outcome === 'success');
      if (good.length < 2) return [el('h1', {}, 'Compare'), el('p', {}, 'Two successful builds are needed; ' + (good.length ? 'one is' : 'none is') + ' recorded.')];
      const sameScope = (one, other) => one.project === other.project && one.scenario === other.scenario;
      // A file holds the judgement of some pairs only; where none was chosen, it shows one of them.
      const held = inlined && !at.get('base') && !at.get('candidate') && Object.keys(inlined.compare)[0];
      const [heldBase, heldCandidate] = held ? held.split('/') : [];
      const candidate = at.get('candidate') || heldCandidate || (good.find((one, i) => good.slice(i + 1).some(other => sameScope(one, other))) || good[0]).id;
      const like = list.find(build => build.id === candidate) || good[0];
      const earlier = good.filter(build => build.id !== candidate && sameScope(build, like));
      const base = at.get('base') || heldBase || (earlier.find(build => build.timestamp <= like.timestamp) || earlier[0] || good[1]).id;
      const go = more => { location.hash = address('compare', { base, candidate, ...more }); };
      const label = id => { const build = list.find(one => one.id === id); return build ? build.scenario + ' · ' + build.timestamp.slice(0, 16).replace('T', ' ') + ' UTC · ' + short(build.commit) + ' · ' + brief(id) : id; };
      const ids = [...new Set([base, candidate, ...list.map(build => build.id)])];
      const form = el('form', { onsubmit: event => event.preventDefault() }, choice('Before', ids, base, chosen => go({ base: chosen }), '', label), choice('After', ids, candidate, chosen => go({ candidate: chosen }), '', label),
        el('button', { type: 'button', onclick: () => { location.hash = address('compare', { base: candidate, candidate: base }); } }, 'Swap'));
      const report = await ask('compare', { base, candidate });
      if (!report) return [el('h1', {}, 'Compare'), form, el('p', {}, 'This file holds the judgement of the newest build of each scenario against the one before it. For these two: '), el('p', {}, el('code', {}, 'bengal perf compare ' + base + ' ' + candidate)), el('p', {}, 'or the same page of bengal perf serve.')];
      const why = report.explained_by;
      const first = metric => why && metric.metric.startsWith('phase.' + why.phase + '.') ? 0 : metric.metric.startsWith('phase.') ? 2 : 1;
      const shown = report.metrics.map((metric, i) => [metric, i]).sort((a, b) => first(a[0]) - first(b[0]) || a[1] - b[1]).map(([metric]) => metric);
      return [el('h1', {}, 'Compare'), form, printed([label(base), label(candidate)]), el('p', {}, verdict(report.verdict)),
        why ? el('p', {}, 'Phase ', el('strong', {}, why.phase), (why.share > 1 ? ' changed more than the whole time did: ' : ' explains most of it: ') + (why.change_ms < 0 ? '' : '+') + figure(why.change_ms, 'ms') + (why.share > 1 ? '; others made up for some of it, or ran beside it.' : ', ' + Math.round(100 * why.share) + ' % of the change of the total time.')) : null,
        ...report.reasons.concat(report.notes).map(sentence => el('p', { class: 'soft sentence' }, sentence)),
        ...compared(shown, one => first(one) === 2 && (one.verdict === 'UNCHANGED' || one.verdict === 'NOT_JUDGED'))];
    },
    async changes() {
      const [answer, projects] = await Promise.all([ask('changes'), ask('projects')]);
      const accepts = !inlined && projects.can_accept;
      return [el('h1', {}, 'Changes'), el('p', { class: 'soft' }, answer.series_judged + ' series were long enough to be judged, ' + answer.series_not_judged + ' were not.' + (accepts ? '' : ' A change that is all right is accepted with')),
        accepts ? null : el('p', {}, el('code', {}, 'bengal perf accept COMMIT --why "the reason"')), changeTable(answer, 1000, accepts)];
    },
    async health() {
      const health = await ask('health');
      // To replay takes seconds; the rest is there at once, and what was computed last.
      const worth = el('div', { 'aria-live': 'polite' }, el('p', {}, 'The recorded builds are being replayed …'));
      let asked = 0;
      replay = () => {
        const mine = ++asked;
        ask('selftest').then(
          answer => { if (mine === asked) worth.replaceChildren(...computed(answer), answer.computing && !answer.computed ? '' : replayed(answer.metrics)); },
          error => { if (mine === asked) worth.replaceChildren(failure(error)); });
      };
      replay();
      return [el('h1', {}, 'Health'), troubled(health),
        el('h2', {}, 'The history'), el('p', {}, many(health.recorded, 'build is', 'builds are') + ' recorded; ' + (health.findings_total ? many(health.findings_total, 'line is not as it', 'lines are not as they') + ' should be; ' : 'every line could be read.'), health.findings_total ? [el('code', {}, 'bengal perf doctor'), ' sets right what can be.'] : null),
        health.findings.length ? table('Findings', [['Lines', 'm'], ['Problem', 'm'], ['Build lost', '']], alike(health.findings).map(([one, lines]) => [lines, one.problem, one.lost ? 'yes' : 'no'])) : null,
        health.findings_total > health.findings.length ? el('p', { class: 'soft' }, 'Only the first ' + health.findings.length + ' are listed here.') : null,
        el('h2', {}, 'The machines'), el('p', { class: 'soft' }, ['No machine has recorded a build.', 'All builds looked at are from one environment.'][health.environments.length] || 'Times of different environments are never held against each other.'),
        health.environments.length === 0 ? null : table('Environments', [['Environment', 'w'], ['Builds', 'n'], ['Contended', 'n'], ['Machines', 'n'], ['CPU', ''], ['System', ''], ['Java', '']],
          health.environments.map(one => [one.fingerprint, String(one.builds), String(one.contended), one.hosts ? String(one.hosts) : absent, (one.cpu_count ? one.cpu_count + ' × ' : '') + (one.cpu_model || 'unknown'), one.platform || absent, one.java || absent])),
        el('h2', {}, 'What the gate is worth here'), el('p', { class: 'soft' }, 'The recorded builds, replayed as if nothing had changed: how often the gate would have cried wolf, and the smallest step that it would have seen.'),
        worth];
    },
  };

  // ---- parts of pages
  function failure(error) {
    return el('div', { class: 'error', role: 'alert' }, el('p', {}, error instanceof TypeError ? 'The server does not answer: ' + error.message + '. Is it still running?' : error.message));
  }
  // Such as a shared history that is out of reach.
  function troubled(answer) {
    return answer.troubles.length ? el('div', { class: 'error' }, answer.troubles.map(text => el('p', {}, text))) : null;
  }
  // Lines of the same problem are one row: 1–60, 64.
  function alike(findings) {
    const rows = new Map();
    for (const one of findings) { const key = one.lost + one.problem; rows.set(key, [...rows.get(key) || [], one]); }
    const spans = lines => { const spans = []; for (const line of lines) { const last = spans[spans.length - 1]; if (last && last[1] === line - 1) last[1] = line; else spans.push([line, line]); } return spans; };
    return [...rows.values()].map(list => [list[0], spans(list.map(one => one.line)).map(([from, to]) => between(from, to, String).replace(' to ', '–')).join(', ')]);
  }
  function computed(answer) {
    return answer.computing ? [el('p', { class: 'soft computing' }, 'Being computed from the builds of now …' + (answer.computed ? ' What follows was computed ' : ''), answer.computed ? when(answer.computed) : '')] : [];
  }
  function replayed(metrics) {
    const phases = metrics.filter(one => one.metric.startsWith('phase.'));
    if (!metrics.length) return el('p', {}, 'There are no builds to replay.');
    return phases.length <= FOLDED ? selfTest('Self-test', metrics)
      : el('div', {}, selfTest('Self-test', metrics.filter(one => !one.metric.startsWith('phase.'))), more(many(phases.length, 'metric') + ' of phases', selfTest('Self-test of phases', phases)));
  }
  function selfTest(caption, metrics) {
    const perThousand = value => value === null ? absent : value.toFixed(1);
    return table(caption, [['Project', ''], ['Scenario', ''], ['Metric', 'm'], ['Builds', 'n'], ['Suspicious in 1000', 'n'], ['Failed in 1000', 'n'], ['Smallest step seen', 'n']],
      metrics.map(one => [one.project, one.scenario, breaking(one.metric), String(one.builds), perThousand(one.suspicious_per_thousand), perThousand(one.failed_per_thousand), change(one.smallest_step_pct)]));
  }
  // Scenario 9 before scenario 10.
  function inOrder(cards) {
    const byNumber = new Intl.Collator('en', { numeric: true }).compare;
    return [...cards].sort((a, b) => byNumber(a.project, b.project) || byNumber(a.scenario, b.scenario));
  }
  function card(one, isPart) {
    const now = one.newest;
    return el('li', { class: 'card' },
      el('h2', {}, el('a', { href: address('timeline', { project: one.project, scenario: one.scenario }) }, one.project + ' · ' + one.scenario)),
      el('p', { class: 'big' }, figure(now.total_duration_ms, 'ms'), now.outcome === 'success' ? '' : el('small', { class: 'soft' }, ' ' + now.outcome)),
      el('p', {}, verdict(one.verdict), one.change_pct === null ? '' : ' ' + one.judged_metric + ' ' + change(one.change_pct) + ' against ' + figure(one.level, one.judged_unit)),
      spark(one.recent), el('p', { class: 'soft sentence' }, one.reason),
      el('p', { class: 'soft' }, many(one.builds, 'build') + (isPart ? ' of late' : '') + ', the newest ', buildLink(now.id, when(now.timestamp)), now.outcome === 'success' ? '' : ' (' + now.outcome + ')'));
  }
  function spark(values) {
    if (values.length < 2) return null;
    const low = Math.min(...values), span = Math.max(...values) - low || 1;
    const path = values.map((value, i) => (i ? 'L' : 'M') + (100 * i / (values.length - 1)).toFixed(2) + ',' + (37 - 34 * (value - low) / span).toFixed(2)).join('');
    return el('svg', { viewBox: '0 0 100 40', preserveAspectRatio: 'none', role: 'img', 'aria-label': 'The last ' + values.length + ' times, from ' + figure(Math.min(...values), 'ms') + ' to ' + figure(Math.max(...values), 'ms') },
      el('path', { class: 'spark', d: path }));
  }
  // A change of environment is neither better nor worse.
  function way(one) {
    if (one.kind === 'environment' || one.direction === 'none') return ['', ''];
    return one.direction === 'worse' ? ['▲ ', 'bad'] : ['▼ ', 'good'];
  }
  // Of many phases those that did not change are folded.
  function compared(metrics, isDull) {
    const rows = (caption, list) => table(caption, [['Metric', 'm'], ['Before', 'n'], ['After', 'n'], ['Change', 'n'], ['95 % interval', 'w'], ['Verdict', 'w'], ['Reason', 'r']],
      list.map(one => [breaking(one.metric), figure(one.before, one.unit), figure(one.after, one.unit), change(one.change_pct === null && one.before ? 100 * (one.after - one.before) / one.before : one.change_pct), one.interval_pct ? between(...one.interval_pct, change) : absent, verdict(one.verdict), one.reason]));
    const dull = metrics.filter(isDull);
    return dull.length <= FOLDED ? [rows('Metrics of both builds', metrics)]
      : [rows('Metrics of both builds', metrics.filter(one => !isDull(one))), more(many(dull.length, 'metric') + ' of phases without a change', rows('Metrics of phases without a change', dull))];
  }
  // What is accepted, and why, goes into the history.
  function acceptance(one) {
    const why = el('input', { type: 'text', required: true, maxlength: 400, autocomplete: 'off' });
    const scope = el('select', {}, el('option', { value: one.metric }, one.metric + ' alone'), el('option', { value: '' }, 'every metric of this commit'));
    const failed = el('p', { class: 'bad', role: 'alert' });
    const send = async event => {
      event.preventDefault();
      try {
        const query = new URLSearchParams({ build: one.first_bad_build, why: why.value, ...(scope.value ? { metric: scope.value } : {}) });
        const response = await fetch('/api/v1/accept?' + query, { method: 'POST' });
        if (!response.ok) throw new Error((await response.json()).error);
        show(false);
      } catch (error) { failed.textContent = error instanceof TypeError ? 'The server does not answer.' : error.message; }
    };
    return el('details', { class: 'accept', ontoggle: () => { if (late && !isTyped()) renew(); } }, el('summary', {}, 'Accept'), el('form', { onsubmit: send }, el('label', {}, 'Why is it all right?', why), el('label', {}, 'Of', scope), el('button', {}, 'Accept the new level')), failed);
  }
  const culprit = one => one.first_bad ? short(one.first_bad) : brief(one.first_bad_build);
  // What a commit made worse is looked for; that a machine is another one explains. The newest first, as they come, among each sort.
  const rank = one => one.kind !== 'step' ? 2 : one.direction === 'worse' && one.state === 'confirmed' && !one.accepted ? 0 : 1;
  function changeTable(answer, most, accepts) {
    if (!answer.changes.length) return el('p', {}, answer.series_judged ? 'No level changed.' : 'No series is long enough yet: it takes 20 successful builds from a clean tree.');
    const amount = one => one.change_pct === null ? figure(one.change, one.unit) : change(one.change_pct);
    const interval = one => one.interval_pct ? between(...one.interval_pct, change) : absent;
    return table('Changes', [['Change', 'n'], ['Metric', 'm'], ['Project', ''], ['Scenario', ''], ['95 % interval', 'w'], ['From', 'w'], ['State', 'w']],
      [...answer.changes].sort((a, b) => rank(a) - rank(b)).slice(0, most).map(one => [el('span', { class: way(one)[1] }, way(one)[0] + amount(one)),
        el('a', { href: address('timeline', { project: one.project, scenario: one.scenario, metric: one.metric }) }, breaking(one.metric)), one.project, one.scenario, interval(one),
        [one.kind === 'step' ? (one.first_bad ? 'commit ' : 'build ') : one.kind === 'environment' ? 'change of environment from ' : one.kind + ' from ', buildLink(one.first_bad_build, culprit(one))], [one.state + (one.accepted ? ', accepted' : ''), accepts && !one.accepted && one.first_bad ? acceptance(one) : '']]));
  }
  function choice(label, options, chosen, then, empty, words) {
    return el('label', { class: words ? 'wide' : null }, label, el('select', { 'data-key': label, onchange: event => then(event.target.value) },
      options.map(option => el('option', { value: option, selected: option === chosen }, option === '' ? empty : words ? words(option) : option))));
  }
  function check(label, chosen, then) {
    return el('label', { class: 'check' }, el('input', { type: 'checkbox', 'data-key': label, checked: Boolean(chosen), onchange: event => then(event.target.checked ? '1' : '') }), label);
  }
  function notes(build, answer) {
    const found = [];
    if (build.outcome !== 'success') found.push('It did not succeed: ' + build.outcome + '. It counts in no judgement.');
    if (answer.excluded) found.push('Excluded: ' + answer.excluded);
    if ((build.environment || {}).contended || build.contended) found.push('The machine was busy with other things meanwhile (contended): its times are doubtful.');
    if (build.git_dirty) found.push('The tree had changes that are in no commit.');
    return found.length ? el('div', { class: 'error' }, found.map(text => el('p', {}, text))) : null;
  }
  function facts(build) {
    const rows = [['Project', build.project], ['Scenario', build.scenario], ['Started', when(build.timestamp)], ['Commit', build.git_commit || absent], ['Branch', build.git_branch || absent],
      ['Time', figure(build.total_duration_ms, 'ms')], ['CPU time', figure(build.cpu_ms, 'ms')], ['Allocated', figure(build.allocated_mb, 'MB')], ['Memory growth', figure(build.memory_rss_mb, 'MB')], ['Pages', figure(build.page_count, 'count')]];
    return el('dl', {}, rows.filter(([, value]) => value !== absent && value !== undefined).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  }
  function phases(build) {
    const list = build.phases || [];
    if (!list.length) return [el('p', {}, 'This build recorded no phases.')];
    const placed = list.filter(phase => typeof phase.start_ms === 'number');
    const rows = table('Phases', [['Phase', ''], ['Thread', ''], ['Time', 'n'], ['CPU time', 'n'], ['Allocated', 'n'], ['Items', 'n'], ['Outcome', 'w']],
      list.map(phase => [phase.name + (phase.parent ? ' (in ' + phase.parent + ')' : ''), phase.thread || absent, figure(phase.duration_ms, 'ms'), figure(phase.cpu_ms, 'ms'), figure(phase.allocated_mb, 'MB'), figure(phase.items_processed, 'count'), phase.outcome || absent]));
    const all = barsOf(placed), longest = new Set([...all].sort((a, b) => b.duration_ms - a.duration_ms).slice(0, 60));
    return [placed.length ? waterfall(build, all.filter(phase => longest.has(phase))) : null,
      all.length > longest.size ? el('p', {}, 'And ' + many(all.length - longest.size, 'shorter one') + ', in the table.') : null, ...goals(build, list), rows];
  }
  // A phase of Maven's lifecycle in which a single goal ran has that goal's bar.
  function barsOf(list) {
    const within = new Map();
    list.forEach(phase => within.set(phase.parent, [...within.get(phase.parent) || [], phase]));
    return list.filter(phase => {
      const inner = within.get(phase.name) || [];
      return !(phase.name.includes('.phase.') && inner.length === 1 && inner[0].start_ms === phase.start_ms && inner[0].duration_ms === phase.duration_ms);
    });
  }
  // What each goal of Maven took in all modules, without goals that it had run before it; the same sums as in 'perf show'.
  function goals(build, list) {
    const inner = new Map(), runs = new Map();
    list.forEach(phase => {
      if (phase.parent && phase.parent.includes('.mojo.')) inner.set(phase.parent, (inner.get(phase.parent) || 0) + phase.duration_ms);
      const at = phase.name.startsWith('module.') ? phase.name.indexOf('.mojo.') : -1;
      if (at > 0) runs.set(phase.name.slice(at + 6), [...runs.get(phase.name.slice(at + 6)) || [], phase]);
    });
    if (!runs.size) return [];
    const sums = [...runs].map(([name, of]) => {
      const names = [...new Set(of.map(run => run.name))];
      const self = Math.max(0, of.reduce((sum, run) => sum + run.duration_ms, 0) - names.reduce((sum, one) => sum + (inner.get(one) || 0), 0));
      return { name, self, modules: new Set(names.map(one => one.slice(0, one.indexOf('.mojo.')))).size };
    }).sort((a, b) => b.self - a.self);
    const all = sums.reduce((sum, goal) => sum + goal.self, 0);
    return [table('Goals', [['Goal', ''], ['Modules', 'n'], ['Time', 'n'], ['Share', 'n']],
      sums.slice(0, 15).map(goal => [goal.name, String(goal.modules), figure(goal.self, 'ms'), all > 0 ? Math.round(100 * goal.self / all) + ' %' : absent])),
    all > build.total_duration_ms ? el('p', {}, 'The times of all threads are added: the goals took ' + figure(all, 'ms') + ' together, the build ' + figure(build.total_duration_ms, 'ms') + '.') : null];
  }
  // Drawn as wide as the page is, so that letters keep their size on a phone.
  function room() {
    const style = getComputedStyle(main);
    return Math.max(260, Math.floor(main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)));
  }
  // In the middle, since names that begin alike differ at their ends.
  function clipped(name, letters) {
    const signs = [...plain(name)], kept = Math.max(1, letters - 1), tail = kept > 8 ? Math.floor(kept / 3) : 0;
    return signs.length > letters ? signs.slice(0, kept - tail).join('') + '…' + (tail ? signs.slice(-tail).join('') : '') : signs.join('');
  }
  function waterfall(build, list) {
    const end = Math.max(build.total_duration_ms || 0, ...list.map(phase => phase.start_ms + phase.duration_ms)) || 1;
    const threads = [...new Set(list.map(phase => phase.thread || ''))];
    const wide = room(), span = wide - 2, row = 26, letter = 8, letters = Math.floor(wide / letter);
    const rows = [];
    threads.forEach((thread, kind) => {
      if (threads.length > 1) rows.push({ heading: thread ? 'Thread ' + thread : 'Thread not known' });
      list.filter(phase => (phase.thread || '') === thread).sort((a, b) => a.start_ms - b.start_ms || b.duration_ms - a.duration_ms).forEach(phase => rows.push({ phase, kind }));
    });
    const bottom = rows.length * row + 6;
    const marks = wide < 500 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
    return el('svg', { class: 'bars', viewBox: '0 0 ' + wide + ' ' + (bottom + 20), role: 'img', 'aria-label': 'When each phase ran, by thread; the table below has the same numbers' },
      marks.map(part => el('g', {}, el('line', { x1: 1 + span * part, x2: 1 + span * part, y1: 0, y2: bottom }),
        el('text', { x: 1 + span * part, y: bottom + 14, 'text-anchor': part === 0 ? 'start' : part === 1 ? 'end' : 'middle' }, figure(end * part, 'ms')))),
      rows.map(({ heading, phase, kind }, i) => {
        if (heading) return el('text', { class: 'heading', x: 1, y: i * row + 18 }, clipped(heading, letters));
        const x = 1 + span * phase.start_ms / end, width = Math.max(2, span * phase.duration_ms / end), took = ' ' + figure(phase.duration_ms, 'ms');
        const right = letter * (phase.name.length + took.length) > wide - x && x + width > wide - x;
        return el('g', {}, el('title', {}, phase.name + ': ' + figure(phase.duration_ms, 'ms') + ' from ' + figure(phase.start_ms, 'ms')),
          el('rect', { class: 'k' + kind % 4, x, y: i * row + 16, width, height: 6 }),
          el('text', { x: right ? x + width : x, y: i * row + 12, 'text-anchor': right ? 'end' : 'start' }, clipped(phase.name, Math.floor((right ? x + width : wide - x) / letter) - took.length) + took));
      }));
  }
  function allocators(build, stacks) {
    const sites = (build.top_allocators || []).slice(0, 20);
    if (!sites.length && !stacks) return [];
    return [el('h2', {}, 'Who allocated'), stacks ? flame(stacks) : null, sites.length ? treemap(sites) : null,
      sites.length ? table('Allocators', [['Method', 'm'], ['Line', 'm'], ['Allocated', 'n'], ['Type', 'm']], sites.map(site => [site.method ? breaking(site.method) : absent, (site.file || '') + (site.line ? ':' + site.line : ''), figure(site.size_mb, 'MB'), site.type ? breaking(site.type) : absent])) : null];
  }
  // Callers above, callees below; the wider, the more bytes. What a click enlarges fills the width, with its callers above it.
  function flame(data) {
    const row = 20, deepest = 40, wide = room();
    const size = node => figure(node[1] * data.scale / 1048576, 'MB');
    const name = node => data.frames[node[0]];
    const told = el('p', { class: 'readout', 'aria-live': 'polite' });
    const place = el('div', { class: 'flame', tabindex: 0, 'data-key': 'flame', role: 'group', 'aria-label': 'Flame graph of what was allocated; arrow keys walk through it' });
    let chain = [data.tree];
    const tell = node => { told.textContent = plain(name(node)) + ': ' + size(node) + ', ' + (100 * node[1] / data.tree[1]).toFixed(1) + ' % of all'; };
    function enlarge(next) {
      chain = next;
      const rects = [];
      let rows = chain.length;
      const add = (node, x, width, level, path) => {
        rows = Math.max(rows, level + 1);
        rects.push(el('g', { onclick: () => enlarge(path), onmouseenter: () => tell(node) }, el('title', {}, name(node) + ': ' + size(node)),
          el('rect', { class: 'k' + [3, 0, 2, 1][data.kinds[node[0]]], x, y: level * row, width, height: row - 1 }),
          width > 40 ? el('text', { x: Math.max(0, x) + 4, y: level * row + 14 }, clipped(name(node).split('.').slice(-2).join('.'), Math.floor((width - 6) / 7))) : null));
      };
      chain.slice(0, -1).forEach((node, i) => add(node, 0, wide, i, chain.slice(0, i + 1)));
      (function lay(node, x, width, level, path) {
        if (width < 1 || level - chain.length > deepest) return;
        add(node, x, width, level, path);
        let at = x;
        for (const callee of node[2] || []) { const part = width * callee[1] / node[1]; lay(callee, at, part, level + 1, [...path, callee]); at += part; }
      })(chain[chain.length - 1], 0, wide, chain.length - 1, chain);
      place.replaceChildren(el('svg', { class: 'bars tree', viewBox: '0 0 ' + wide + ' ' + rows * row, role: 'img', 'aria-label': 'Who allocated, ' + rows + ' calls deep' }, rects));
      tell(chain[chain.length - 1]);
    }
    place.addEventListener('keydown', event => {
      const node = chain[chain.length - 1], above = chain[chain.length - 2];
      const beside = above ? above[2] : [node];
      const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.key === 'ArrowDown' && node[2]) enlarge([...chain, node[2].reduce((a, b) => b[1] > a[1] ? b : a)]);
      else if (event.key === 'ArrowUp' && above) enlarge(chain.slice(0, -1));
      else if (side && beside[beside.indexOf(node) + side]) enlarge([...chain.slice(0, -1), beside[beside.indexOf(node) + side]]);
      else if (event.key === '0' || event.key === 'Escape') enlarge([data.tree]);
      else return;
      event.preventDefault();
    });
    enlarge(chain);
    return el('div', {}, el('p', { class: 'soft' }, 'Callers above, callees below; the wider, the more bytes. Click a frame to enlarge it, and the one above it to go back; by keyboard with the arrow keys, 0 shows all.'), place, told);
  }
  // Slices along the longer side, halving the sum each time: areas are in the ratio of the bytes.
  function treemap(sites) {
    const boxes = [], wide = room(), high = wide < 500 ? 340 : 260;
    const sum = list => list.reduce((total, site) => total + site.size_mb, 0);
    (function lay(list, x, y, width, height) {
      if (!list.length) return;
      if (list.length === 1) { boxes.push([list[0], x, y, width, height]); return; }
      const whole = sum(list);
      let cut = 1;
      while (cut < list.length - 1 && sum(list.slice(0, cut + 1)) <= whole / 2) cut++;
      const part = whole ? sum(list.slice(0, cut)) / whole : 0.5;
      if (width >= height) { lay(list.slice(0, cut), x, y, width * part, height); lay(list.slice(cut), x + width * part, y, width * (1 - part), height); }
      else { lay(list.slice(0, cut), x, y, width, height * part); lay(list.slice(cut), x, y + height * part, width, height * (1 - part)); }
    })(sites, 0, 0, wide, high);
    return el('svg', { class: 'bars tree', viewBox: '0 0 ' + wide + ' ' + high, role: 'img', 'aria-label': 'Allocators by bytes; the table below has the same numbers' },
      boxes.map(([site, x, y, width, height], i) => el('g', {}, el('title', {}, site.method + ': ' + figure(site.size_mb, 'MB')), el('rect', { class: 'k' + i % 4, x, y, width, height }),
        width > 70 && height > 20 ? el('text', { x: x + 6, y: y + 16 }, clipped(String(site.method).split('.').slice(-2).join('.'), Math.floor((width - 10) / 7.5))) : null)));
  }
  function environment(build) {
    const rows = Object.entries(build.environment || {}).filter(([, value]) => value !== null && typeof value !== 'object');
    return rows.length ? el('dl', {}, rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))])) : el('p', { class: 'soft' }, 'Nothing of it was recorded.');
  }

  // ---- the chart
  function drawn(series, changes, values) {
    const count = series.value.length, isWhole = count === series.builds;
    const amount = many(series.builds, 'build') + (isWhole ? '' : ', of which ' + count.toLocaleString('en') + ' are drawn');
    const byTime = values.x === 'time';
    const order = series.time.map((time, i) => i);
    if (byTime) order.sort((a, b) => series.time[a] - series.time[b]);
    const xs = order.map((at, i) => byTime ? series.time[at] / 1000 : i + 1);
    const ys = order.map(at => series.value[at]);
    const position = new Map(order.map((at, i) => [series.build[at], i]));
    const marks = changes.filter(one => position.has(one.first_bad_build)).map(one => [position.get(one.first_bad_build), one]);
    const readout = el('p', { class: 'readout', 'aria-live': 'polite' }, amount + '; the newest ' + figure(series.value[count - 1], series.unit) + '.');
    const place = el('div', { tabindex: 0, 'data-key': 'chart ' + series.metric, role: 'group', 'aria-label': series.metric + ' over ' + (byTime ? 'time' : 'builds') + ', ' + amount + ', from ' + figure(Math.min.apply(null, minMax(ys, 0, count, 2000).map(i => ys[i])), series.unit) + ' to ' + figure(Math.max.apply(null, minMax(ys, 0, count, 2000).map(i => ys[i])), series.unit) });
    const key = el('ul', { class: 'legend' },
      series.level ? el('li', {}, 'Shaded: the current level, ' + between(series.level.low, series.level.high, value => figure(value, series.unit)) + ' (' + series.level.builds + ' builds)') : null,
      marks.map(([, one]) => el('li', { class: way(one)[1] }, way(one)[0] + (one.kind === 'environment' ? 'change of environment ' : '') + (one.change_pct === null ? figure(one.change, one.unit) : change(one.change_pct)) + ' at ', buildLink(one.first_bad_build, culprit(one)))));
    const figureNode = el('figure', { class: 'chart' }, place, readout, key);
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(name).trim();
    let range = [xs[0], xs[count - 1]], at = count - 1, shown = [], plot = null, resting = 0, moved = false;
    if (values.from && values.to && +values.from < +values.to) range = [+values.from, +values.to];
    const bound = (value, upper) => { let low = 0, high = count; while (low < high) { const middle = (low + high) >> 1; if (upper ? xs[middle] <= value : xs[middle] < value) low = middle + 1; else high = middle; } return low; };
    const pick = () => { const from = Math.max(0, bound(range[0], false) - 1), to = Math.min(count, bound(range[1], true) + 1); shown = minMax(ys, from, to, 2 * Math.max(200, place.clientWidth || 800)); return [shown.map(i => xs[i]), shown.map(i => ys[i])]; };
    const tell = i => {
      at = Math.max(0, Math.min(count - 1, i));
      const one = order[at];
      readout.replaceChildren(figure(series.value[one], series.unit) + ' · ', when(series.time[one]), ' · commit ' + short(series.commit[one]) + ' · ' + series.environment[one] + ' · build ', buildLink(series.build[one]));
    };
    // Of many moves in a row the first and the last are enough: a browser takes longer to change the address than to draw.
    const remember = () => {
      if (resting) { moved = true; return; }
      keep('timeline', values);
      resting = setTimeout(() => { resting = 0; if (moved && figureNode.isConnected) { moved = false; remember(); } }, 100);
    };
    const zoomTo = (from, to) => {
      const least = byTime ? 60 : 2, whole = xs[count - 1] - xs[0];
      if (to - from < least) return;
      if (to - from >= whole) { from = xs[0]; to = xs[count - 1]; }
      range = [from, to];
      values.from = from === xs[0] && to === xs[count - 1] ? '' : String(+from.toFixed(2));
      values.to = values.from ? String(+to.toFixed(2)) : '';
      remember();
      plot.batch(() => { plot.setData(pick(), false); plot.series[1].width = lineWidth(); plot.setScale('x', { min: from, max: to }); });
    };
    const pan = share => { const width = range[1] - range[0]; const from = Math.max(xs[0], Math.min(xs[count - 1] - width, range[0] + width * share)); zoomTo(from, from + width); };
    const zoom = factor => { const middle = (range[0] + range[1]) / 2, half = (range[1] - range[0]) * factor / 2; zoomTo(Math.max(xs[0], middle - half), Math.min(xs[count - 1], middle + half)); };
    place.addEventListener('keydown', event => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step && event.shiftKey) pan(step * 0.25);
      else if (step) { tell(at + step); plot.setCursor({ left: plot.valToPos(xs[at], 'x'), top: plot.valToPos(ys[at], 'y') }, false); }
      else if (event.key === 'Enter' && event.target === place) location.hash = address('build', { id: series.build[order[at]] });
      else if (event.key === '+' || event.key === '=') zoom(0.5); else if (event.key === '-') zoom(2); else if (event.key === '0') zoomTo(xs[0], xs[count - 1]);
      else return;
      event.preventDefault();
    });
    // Of more points than columns a line is a hairline: a browser without a GPU draws a wider one point by point, and panning stumbles.
    const lineWidth = () => shown.length > (place.clientWidth || 800) ? 1 / (window.devicePixelRatio || 1) : 1.5;
    const draw = () => {
      const data = pick();
      const axis = { stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') } };
      plot = new uPlot({
        width: Math.max(260, place.clientWidth), height: Math.max(220, Math.min(340, window.innerHeight * 0.4)), legend: { show: false },
        scales: { x: { time: byTime, range: () => range[0] === range[1] ? [range[0] - 1, range[1] + 1] : range }, y: values.log ? { distr: 3 } : { range: (u, low, high) => { const level = series.level; const least = level ? Math.min(low, level.low) : low, most = level ? Math.max(high, level.high) : high, room = (most - least || Math.abs(most) || 1) * 0.08; return [least >= 0 ? Math.max(0, least - room) : least - room, most + room]; } } },
        axes: [{ ...axis, values: byTime ? undefined : (u, splits) => splits.map(value => isWhole && Number.isInteger(value) && value >= 1 && value <= count ? value.toLocaleString('en') : '') }, { ...axis, size: 86, values: (u, splits) => splits.map(value => value === null ? '' : figure(value, series.unit)) }],
        cursor: { drag: { x: true, y: false, setScale: false } },
        series: [{}, { stroke: colour('--s0'), width: lineWidth(), points: { show: count < 400, size: 5, fill: colour('--s0') } }],
        hooks: {
          setCursor: [u => { if (u.cursor.idx !== null && u.cursor.idx !== undefined && document.activeElement !== place) tell(shown[u.cursor.idx]); }],
          setSelect: [u => { if (u.select.width > 4) { zoomTo(u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x')); u.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false); } }],
          drawClear: [u => {
            if (!series.level) return;
            const top = u.valToPos(series.level.high, 'y', true), bottom = u.valToPos(series.level.low, 'y', true);
            u.ctx.save(); u.ctx.beginPath(); u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height); u.ctx.clip();
            u.ctx.fillStyle = colour('--band'); u.ctx.fillRect(u.bbox.left, top, u.bbox.width, Math.max(2, bottom - top)); u.ctx.restore();
          }],
          draw: [u => {
            u.ctx.save(); u.ctx.setLineDash([6, 4]); u.ctx.lineWidth = 2;
            for (const [index, one] of marks) {
              if (xs[index] < range[0] || xs[index] > range[1]) continue;
              const x = u.valToPos(xs[index], 'x', true);
              u.ctx.strokeStyle = colour('--' + (way(one)[1] || 'soft'));
              u.ctx.beginPath(); u.ctx.moveTo(x, u.bbox.top); u.ctx.lineTo(x, u.bbox.top + u.bbox.height); u.ctx.stroke();
            }
            u.ctx.restore();
          }],
        },
      }, data, place);
      plot.over.addEventListener('dblclick', () => zoomTo(xs[0], xs[count - 1]));
    };
    chart = chart || [];
    chart.push({ draw, again: () => { plot.destroy(); draw(); } });
    return figureNode;
  }

  // ---- showing
  async function show(focus) {
    const mine = ++turn;
    replay = null;
    const { page, at } = view();
    document.querySelector('nav').replaceChildren(...PAGES.map(([name, title]) => el('a', { href: address(name), 'aria-current': name === page ? 'page' : null }, title)));
    document.title = PAGES.find(([name]) => name === page)[1] + ' · Bengal';
    main.setAttribute('aria-busy', 'true');
    let nodes;
    chart = null;
    try {
      nodes = await pages[page](at);
    } catch (error) {
      nodes = [el('h1', {}, PAGES.find(([name]) => name === page)[1]), failure(error)];
    }
    if (mine !== turn) return;
    // Who chose something by keyboard goes on from there, and new builds take nobody's place away.
    const held = page === shownPage && main.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    shownPage = page;
    main.replaceChildren(...nodes.filter(Boolean));
    main.removeAttribute('aria-busy');
    (chart || []).forEach(one => one.draw());
    const again = held ? [...main.querySelectorAll('[data-key]')].find(node => node.dataset.key === held) : null;
    if (again) again.focus({ preventScroll: true });
    else if (focus) { main.focus({ preventScroll: true }); window.scrollTo(0, 0); }
  }
  // A reason that is being typed is not taken away.
  let late = false;
  const isTyped = () => main.querySelector('details.accept[open]') !== null;
  function renew() {
    late = isTyped();
    state.textContent = late ? 'Live; new builds are shown when the form is closed' : 'Live';
    if (!late) show(false);
  }
  let waiting = 0;
  const redraw = () => { clearTimeout(waiting); waiting = setTimeout(() => (chart || []).forEach(one => one.again()), 150); };
  window.addEventListener('hashchange', () => show(true));
  window.addEventListener('resize', redraw);
  window.addEventListener('beforeprint', () => {
    main.querySelectorAll('details.more').forEach(node => { node.open = true; });
    document.documentElement.classList.add('paper');
    (chart || []).forEach(one => one.again());
  });
  window.addEventListener('afterprint', () => { document.documentElement.classList.remove('paper'); redraw(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  if (inlined) {
    const held = inlined.builds.builds.length;
    state.append('Written ', when(inlined.written), held < inlined.builds.recorded ? ', the newest ' + held.toLocaleString('en') + ' of ' + many(inlined.builds.recorded, 'build') : '');
  } else {
    let events = null, isLate = document.hidden;
    const listen = () => {
      if (events || document.hidden) return;
      events = new EventSource('/api/v1/events');
      // What was told while there was no connection is asked for.
      events.addEventListener('open', () => {
        if (isLate) renew();
        else { state.textContent = 'Live'; if (replay) replay(); }
        isLate = true;
      });
      events.addEventListener('selftest', () => { if (replay) replay(); });
      events.addEventListener('error', () => { isLate = true; state.textContent = 'The server does not answer; trying again'; });
      events.addEventListener('builds', renew);
    };
    // A browser has six connections to one server: only the page that is looked at holds one.
    const rest = () => { if (events) { events.close(); events = null; } };
    document.addEventListener('visibilitychange', () => document.hidden ? rest() : listen());
    window.addEventListener('pagehide', rest);
    window.addEventListener('pageshow', listen);
    listen();
  }
  window.bengalPictures = { minMax };
  show(false);
})();
